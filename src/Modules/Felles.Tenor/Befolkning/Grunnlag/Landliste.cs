using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Grunnlag;

internal enum Landgruppe
{
    Norge,
    Norden,
    Eoes,
    Tredjeland,
}

internal sealed record Land(string Alfa3, string Alfa2, string Navn, Landgruppe Gruppe, string[] Steder)
{
    /// <summary>Stateless and unknown are citizenships, but nobody moves to or is born in them.</summary>
    public bool ErSted => Steder.Length > 0;
}

/// <summary>Countries of citizenship, birth and moving. Index 0 is Norway.</summary>
internal sealed class Landliste
{
    public const short Norge = 0;

    private readonly Land[] alle;
    private readonly Vektet innvandrere;

    public Landliste()
    {
        var rader = Datatabell.Read(typeof(Landliste).Assembly, "land.csv").Rader.ToArray();
        alle = [.. rader.Select(rad => new Land(
            rad["alfa3"], rad["alfa2"], rad["navn"], Enum.Parse<Landgruppe>(rad["gruppe"], ignoreCase: true),
            rad["steder"].Split('|', StringSplitOptions.RemoveEmptyEntries)))];
        innvandrere = new Vektet([.. rader.Select(rad => double.Parse(rad["vekt"]))]);
        Ukraina = Indeks("UKR");
    }

    public short Ukraina { get; }

    public Land this[int indeks] => alle[indeks];

    /// <summary>A country by its share of the immigrants in Norway; never Norway.</summary>
    public short TrekkInnvandrer(ref Slump slump) => (short)innvandrere.Trekk(ref slump);

    /// <summary>A country that one can live in.</summary>
    public short TrekkSted(ref Slump slump)
    {
        short land;
        do
            land = TrekkInnvandrer(ref slump);
        while (!alle[land].ErSted);
        return land;
    }

    public short Indeks(string alfa3) => (short)Array.FindIndex(alle, land => land.Alfa3 == alfa3);
}
