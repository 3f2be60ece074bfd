namespace Felles.Folkeregister.Soek.Spoerring;

/// <summary>A way into the register: rows of one table by one index.</summary>
/// <param name="Slag">Which kind of row.</param>
/// <param name="Tabell">The table with its alias.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Vilkaar">What must be true of the rows.</param>
internal sealed record Soekevei(Veislag Slag, string Tabell, string Alias, string Vilkaar)
{
    /// <summary>Which word of the name.</summary>
    public int Nr { get; init; }

    /// <summary>Which column of an address.</summary>
    public string? Indeks { get; init; }

    /// <summary>Whether it is the index of years, which has gender and the dead in it.</summary>
    public bool Aar { get; init; }

    /// <summary>Counts rows as far as the limit.</summary>
    public string Telling => $"(select count(*) from (select 1 from {Tabell} where {Vilkaar} limit @grense) x)";
}

internal enum Veislag
{
    Nummer,
    Navn,
    Adresse,
    Person,
}
