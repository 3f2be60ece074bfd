namespace Felles.Folkeregister.Last;

/// <summary>
/// The search tables and their indexes, as the migrations make them. The keys of an index come in random order, so a load that kept it up
/// would write most of it again with every batch: measured on SQLite for one of them, two pages of five. Made at the end, each is sorted
/// once.
/// </summary>
internal static class Soekeindekser
{
    public static readonly Soekeindeks[] Alle =
    [
        new("soek_foedselsaar", "soek (doed, foedselsaar, kjoenn, identifikator{postgresql:, personnoekkel})"),
        new("soek_foedselsdato", "soek (foedselsdato)"),
        new("soek_navn_ord", "soek_navn (ord, gjeldende, personnoekkel, oppfoering, del)"),
        new("soek_adresse_gate", "soek_adresse (adressenavn, husnummer)"),
        new("soek_adresse_postnummer", "soek_adresse (postnummer)"),
        new("soek_adresse_kommune", "soek_adresse (kommunenummer{postgresql:, personnoekkel})"),
        new("soek_nummer_nummer", "soek_nummer (nummer, slag)"),
    ];

    public const string Analyser =
        "analyze folkeregister.soek, folkeregister.soek_navn, folkeregister.soek_adresse, folkeregister.soek_nummer, folkeregister.person";

    public static readonly string[] Toem =
        [.. new[] { "soek", "soek_navn", "soek_adresse", "soek_nummer" }.Select(navn => $"delete from folkeregister.{navn}")];
}

internal sealed record Soekeindeks(string Navn, string Paa)
{
    public string Fjern { get; } = "drop index if exists {postgresql:folkeregister.}" + Navn;

    public string Lag { get; } = $"create index if not exists {Navn} on folkeregister.{Paa}";
}
