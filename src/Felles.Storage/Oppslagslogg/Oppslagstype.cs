namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// How a person was reached. Folkeregisterloven § 10-1 third paragraph opens single look-ups to the citizen and not list washing or
/// register updating, so the log must tell them apart. The numbers are stored.
/// </summary>
public enum Oppslagstype
{
    Annet = 0,
    Enkeltoppslag = 1,
    Bulkoppslag = 2,
    Soek = 3,
    Hendelser = 4,
    Uttrekk = 5,
    Token = 6,
    Forvaltning = 7,
}
