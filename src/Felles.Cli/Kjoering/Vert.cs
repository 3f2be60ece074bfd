using System.CommandLine;
using Felles.Client;

namespace Felles.Cli.Kjoering;

/// <summary>A running host, and who calls it.</summary>
internal sealed class Vert(FellesKlient klient, string klientnavn) : IDisposable
{
    public FellesKlient Klient { get; } = klient;

    public string Klientnavn { get; } = klientnavn;

    /// <param name="valg">Where the options are.</param>
    /// <param name="linje">The command line.</param>
    /// <param name="scope">The scope that the client file must have when none is named.</param>
    internal static Vert Velg(Valg valg, ParseResult linje, string? scope)
    {
        var adresse = Adresse(linje.GetRequiredValue(valg.Url));
        var fil = Klientvalg.Finn(linje.GetValue(valg.Klient), scope);
        return new(new FellesKlient(adresse, fil), fil.Navn);
    }

    internal static Uri Adresse(string tekst) =>
        Uri.TryCreate(tekst, UriKind.Absolute, out var adresse) && adresse.Scheme is ("http" or "https")
            ? adresse
            : throw new Kommandofeil(Utgangskode.FeilBruk, $"--url {tekst} is no address.", "Write it as http://localhost:5080.");

    public void Dispose() => Klient.Dispose();
}
