using System.CommandLine;

namespace Felles.Cli.Kjoering;

/// <summary>The options that verbs share. Each verb makes its own, so that its help shows exactly those it takes.</summary>
internal sealed class Valg
{
    private Valg(bool medData)
    {
        Data = medData ? new Option<DirectoryInfo?>("--data")
        {
            Description = "Work directly on this data folder; no host may be running on it",
            HelpName = "FOLDER",
        }
        : null;
    }

    public Option<string> Url { get; } = new("--url")
    {
        Description = "The running host",
        HelpName = "BASE",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    public Option<DirectoryInfo?>? Data { get; }

    public Option<FileInfo?> Klient { get; } = new("--client")
    {
        Description = "The client file to call as [default: the fitting one in felles-data/klienter]",
        HelpName = "FILE",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer with one line of JSON" };

    /// <summary>For verbs that need a running host.</summary>
    internal static Valg Vert(Command kommando) => new Valg(medData: false).LeggTil(kommando);

    /// <summary>For verbs that may work on a data folder as well.</summary>
    internal static Valg VertEllerMappe(Command kommando) => new Valg(medData: true).LeggTil(kommando);

    private Valg LeggTil(Command kommando)
    {
        kommando.Add(Url);
        if (Data is not null)
        {
            kommando.Add(Data);
            kommando.Validators.Add(resultat =>
            {
                if (resultat.GetResult(Data) is { Implicit: false } && resultat.GetResult(Url) is { Implicit: false })
                    resultat.AddError("--url names a running host and --data a folder without one: choose one of them.");
            });
        }

        kommando.Add(Klient);
        kommando.Add(Json);
        return this;
    }
}
