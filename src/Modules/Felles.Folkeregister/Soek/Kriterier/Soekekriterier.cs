using Felles.Folkeregister.Soekeregister;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Soek.Kriterier;

/// <summary>What a search asks for; all must be true of a person.</summary>
internal sealed record Soekekriterier
{
    public const int MaksAlle = 10_000;

    /// <summary>Words that stand in one and the same entry; empty when no name is asked for.</summary>
    public IReadOnlyList<Soekeord> Navn { get; init; } = [];

    public Adressekriterium? Adresse { get; init; }

    public IReadOnlyList<(Nummerslag Slag, long Nummer)> Numre { get; init; } = [];

    /// <summary>A number that the person has or had.</summary>
    public long? Identifikator { get; init; }

    public Kjoenn? Kjoenn { get; init; }

    /// <summary>yyyymmdd.</summary>
    public int? Foedselsdato { get; init; }

    public (short Fra, short Til)? Foedselsaar { get; init; }

    public bool MedDoede { get; init; }

    /// <summary>Names and addresses also as they were.</summary>
    public bool Historisk { get; init; }

    public int MaksTreff { get; init; } = MaksAlle;
}

/// <summary>A word of a name, or all that sound like it.</summary>
/// <param name="Fra">The lowest number of <see cref="Ordnoekkel"/>.</param>
/// <param name="Til">The highest; the same in an exact search.</param>
/// <param name="Del">The part of the name it must stand in; null for any.</param>
internal readonly record struct Soekeord(long Fra, long Til, Navnedel? Del)
{
    public static Soekeord Av(string ord, bool fonetisk, Navnedel? del)
    {
        var noekkel = Ordnoekkel.For(ord);
        var (fra, til) = fonetisk ? Ordnoekkel.Lydlike(noekkel) : (noekkel, noekkel);
        return new(fra, til, del);
    }
}

/// <summary>What must be true of one and the same address.</summary>
internal sealed record Adressekriterium
{
    /// <summary>The beginning of the street's name, folded.</summary>
    public string? Gate { get; init; }

    /// <summary>0 asks for an address without a number. The letter belongs to the number: none asks for none.</summary>
    public (int Nummer, string Bokstav)? Hus { get; init; }

    public int? Postnummer { get; init; }

    public int? Kommunenummer { get; init; }

    public int? Fylkesnummer { get; init; }

    public string? Bruksenhetsnummer { get; init; }

    public bool MedOpphold { get; init; }
}
