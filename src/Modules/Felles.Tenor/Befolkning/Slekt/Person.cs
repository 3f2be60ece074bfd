namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>Why a person is in the register; decides the current status.</summary>
internal enum Personslag : byte
{
    Bosatt,
    Doed,
    Utflyttet,
    Midlertidig,
    Inaktiv,
    Forsvunnet,
    Foedselsregistrert,
    IkkeBosatt,
    Opphoert,
}

/// <summary>Rare features, drawn after the family is known.</summary>
[Flags]
internal enum Trekk : uint
{
    Ingen = 0,

    /// <summary>Never married, by the note of a fixed identity.</summary>
    Enslig = 1 << 0,
    Fortrolig = 1 << 1,
    StrengtFortrolig = 1 << 2,
    Klientadresse = 1 << 3,
    Verge = 1 << 4,
    VergeUtenNummer = 1 << 5,
    RettsligHandleevne = 1 << 6,
    Postadresse = 1 << 7,
    PostadresseIUtlandet = 1 << 8,
    Oppholdsadresse = 1 << 9,
    Svalbard = 1 << 10,
    SamiskSpraak = 1 << 11,
    DeltBosted = 1 << 12,
    BorMedFar = 1 << 13,
    Identitetsgrunnlag = 1 << 14,
    Legitimasjon = 1 << 15,
    UtenlandskNummer = 1 << 16,
    Utlendingsnummer = 1 << 17,
    FalskIdentitet = 1 << 18,
    Bibehold = 1 << 19,
    Dublett = 1 << 20,
    BeholderStatsborgerskap = 1 << 21,
    MellomnavnFraFoedsel = 1 << 22,
    KontaktDoedsbo = 1 << 23,
    UkjentBosted = 1 << 24,
    UtenFlyttedato = 1 << 25,
    EnsligMindreaarig = 1 << 26,

    /// <summary>The manager that published test data name without a number.</summary>
    KjentLeder = 1 << 27,
}

/// <summary>
/// One person before the document is written: a few numbers and places in the arrays of the block, so that a country of them needs no
/// object graph. Dates are day numbers and 0 means "not"; places are −1 for none.
/// </summary>
internal struct Person
{
    public int Foedt;
    public int Doed;
    public int Inn;
    public int Ut;
    public int NorskFra;
    public int DNummerFra;
    public int Navnebytte;
    public int SisteBarn;
    public int Mor;
    public int Far;
    public int Samliv;
    public int Tvilling;
    public int Fast;
    public int Opphold;
    public int TidligereNummer;
    public int Verge;
    public short Statsborger;
    public short Foedeland;
    public short Fornavn;
    public short Fornavn2;
    public short Mellomnavn;
    public short Etternavn;
    public short Foedenavn;
    public byte AntallOpphold;
    public byte Barn;
    public byte MaksBarn;
    public Personslag Slag;
    public bool Kvinne;
    public Trekk Trekk;

    /// <summary>The first day that the register knows the person: birth, immigration, or the allotment of a D-number.</summary>
    public readonly int Kom => ErDNummer ? DNummerFra : Inn != 0 ? Inn : Foedt;

    /// <summary>Told by published test data: chance gives it neither family name nor protection nor guardian.</summary>
    public readonly bool ErKjent => Fast >= 0 || Har(Trekk.KjentLeder);

    public readonly bool ErDNummer => Slag is Personslag.Midlertidig or Personslag.Inaktiv;

    public readonly bool Har(Trekk trekk) => (Trekk & trekk) != Trekk.Ingen;
}
