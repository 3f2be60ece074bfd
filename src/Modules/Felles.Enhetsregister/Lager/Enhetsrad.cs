using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Dokument;

namespace Felles.Enhetsregister.Lager;

/// <summary>One unit as it is stored: the document's bytes and what is derived from it.</summary>
internal sealed record Enhetsrad(
    int Nummer, string NavnSoek, string Organisasjonsform, int? Overordnet, byte[] Dokument, IReadOnlyList<Rollerad> Roller)
{
    public static Enhetsrad Av(Enhet enhet, byte[] dokument) => new(
        enhet.Organisasjonsnummer.Value,
        Soekenavn(enhet.Navn),
        enhet.Organisasjonsform.Kode,
        enhet.OverordnetEnhet?.Value,
        dokument,
        [.. NaavaerendeRoller(enhet)]);

    public static Enhetsrad Av(Enhet enhet) => Av(enhet, Enhetsdokument.Skriv(enhet));

    public static string Soekenavn(string navn) => navn.ToUpperInvariant();

    private static IEnumerable<Rollerad> NaavaerendeRoller(Enhet enhet) =>
        from gruppe in enhet.Rollegrupper ?? []
        from rolle in gruppe.Roller
        where rolle.Fratraadt != true
        select new Rollerad(gruppe.Type.Kode, rolle.Type.Kode, rolle.Person?.Foedselsnummer.Value,
            rolle.Virksomhet?.Organisasjonsnummer.Value);
}

/// <summary>A role held now, by a person or by an organisation.</summary>
internal readonly record struct Rollerad(string Gruppe, string Rolle, long? Person, int? Virksomhet)
{
    public override string ToString() => $"{Gruppe} {Rolle}";
}
