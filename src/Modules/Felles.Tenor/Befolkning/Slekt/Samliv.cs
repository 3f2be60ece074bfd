namespace Felles.Tenor.Befolkning.Slekt;

internal enum Samlivsform : byte
{
    Samboere,
    Ekteskap,
    Partnerskap,
}

/// <summary>
/// A couple: living together from <see cref="Fra"/>, perhaps married later, perhaps ended. Both point to it, and each keeps the one
/// before.
/// </summary>
internal struct Samliv
{
    public int A;
    public int B;
    public int ForrigeA;
    public int ForrigeB;
    public int Fra;
    public int Vigsel;

    /// <summary>The day they stopped living together, by parting or by the first death; 0 = still a couple.</summary>
    public int Til;
    public int Separert;
    public int Skilt;
    public bool EndteVedDoed;
    public Samlivsform Form;

    /// <summary>Country of the wedding; 0 is Norway.</summary>
    public short Vigselsland;

    /// <summary>The one who stays in the dwelling when they part.</summary>
    public int Blir;
    public int Opphold;
    public int AntallOpphold;

    public readonly int Annen(int person) => person == A ? B : A;

    public readonly int Forrige(int person) => person == A ? ForrigeA : ForrigeB;

    /// <summary>The wedding is in force: not ended by divorce or death.</summary>
    public readonly bool Gjelder => Vigsel != 0 && Skilt == 0 && !EndteVedDoed;
}
