using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Grunnlag;

internal sealed record Kommune(string Nummer, string Navn, string Fylkesnummer, string Fylke, int Folketall, Postnummer[] Postnumre);

/// <summary>The municipalities of today with their postal codes, and a draw by population.</summary>
internal sealed class Kommuner
{
    /// <summary>Svalbard and Jan Mayen have postal codes but are no municipalities.</summary>
    public const string Svalbard = "2100";

    private readonly Kommune[] alle;
    private readonly Vektet vekter;

    public Kommuner(Postnumre postnumre)
    {
        alle = [.. Datatabell.Read(typeof(Kommuner).Assembly, "kommuner.csv").Rader.Select(rad => new Kommune(
            rad["kommunenummer"], rad["navn"], rad["fylkesnummer"], rad["fylke"], int.Parse(rad["folketall"]),
            postnumre.I(rad["kommunenummer"])))];
        vekter = new Vektet([.. alle.Select(kommune => (double)kommune.Folketall)]);
    }

    public ReadOnlySpan<Kommune> Alle => alle;

    public Kommune this[int indeks] => alle[indeks];

    public short Trekk(ref Slump slump) => (short)vekter.Trekk(ref slump);

    public short Indeks(string nummer) => (short)Array.FindIndex(alle, kommune => kommune.Nummer == nummer);
}
