using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Felles.Cli.Kjoering;

/// <summary>
/// Where a command reads and writes. Results go to standard output, as text or as one line of JSON; progress and errors go to standard
/// error, so that output can be piped.
/// </summary>
internal sealed class Konsoll
{
    private static readonly JsonSerializerOptions Jsonform = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<Stream> _inn;
    private readonly Func<Stream> _utstrom;

    /// <param name="ansi">Whether a console that is looked at can draw; a writer in memory does not tell.</param>
    internal Konsoll(
        TextWriter ut, TextWriter feil, Func<Stream> inn, Func<Stream> utstrom, bool interaktiv, AnsiSupport ansi = AnsiSupport.Detect)
    {
        _inn = inn;
        _utstrom = utstrom;
        Utskriver = ut;
        Feilskriver = feil;
        Ut = Lag(ut, interaktiv, ansi);
        Feil = Lag(feil, interaktiv, ansi);
        Interaktiv = interaktiv;
    }

    public TextWriter Utskriver { get; }

    public TextWriter Feilskriver { get; }

    public IAnsiConsole Ut { get; }

    public IAnsiConsole Feil { get; }

    /// <summary>A person is at the keyboard: questions may be asked and progress is drawn.</summary>
    public bool Interaktiv { get; }

    public static Konsoll Vanlig()
    {
        // Output of another program must not get a byte order mark, and letters must not depend on the machine's code page.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.Out, Console.Error, Console.OpenStandardInput, Console.OpenStandardOutput,
            interaktiv: !Console.IsErrorRedirected && !Console.IsInputRedirected && Environment.UserInteractive);
    }

    public Stream AapneInn() => _inn();

    public Stream AapneUt() => _utstrom();

    public void Json(JsonNode node) => Utskriver.WriteLine(node.ToJsonString(Jsonform));

    /// <summary>One result in the form that was asked for.</summary>
    public void Resultat(bool json, JsonNode node, string markup)
    {
        if (json)
            Json(node);
        else
            Ut.MarkupLine(markup);
    }

    private static IAnsiConsole Lag(TextWriter skriver, bool interaktiv, AnsiSupport ansi)
    {
        var konsoll = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(skriver),
            Ansi = interaktiv ? ansi : AnsiSupport.No,
            ColorSystem = interaktiv ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = interaktiv ? InteractionSupport.Yes : InteractionSupport.No,
            // The streams have told whether somebody looks; the names of build services are not asked as well.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });

        // A redirected stream has no width; text must not be broken for it.
        if (!interaktiv)
            konsoll.Profile.Width = 200;
        return konsoll;
    }
}
