using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>Builds records of look-ups as the services write them.</summary>
internal static class Oppslag
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly Organisasjonsnummer Kommune = Organisasjonsnummer.FromValue(310_000_001);

    public static LookupRecord Enkelt(long person, int nummer, DateTimeOffset? tid = null) => new()
    {
        Tidspunkt = tid ?? Start.AddMilliseconds(nummer),
        Tjeneste = "folkeregisteret",
        Rute = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/{personidentifikator}",
        Metode = "GET",
        Status = 200,
        Utfall = "levert",
        Type = Oppslagstype.Enkeltoppslag,
        Konsument = Kommune,
        ClientId = "5f2b4f86-4b1c-4d7f-9c41-2f8a9a7c1d30",
        Jti = "0d9be2a7-6a5e-4b93-b6a0-b8bf0b1b9a11",
        Scope = "folkeregister:deling/offentligmedhjemmel",
        Pakke = "offentlig-med-hjemmel",
        Parts = "person-basis",
        Korrelasjonsid = $"korr-{nummer}",
        Elementgrupper = 0x8000_0000_0000_0003,
        Personer = new[] { person },
        Dokumenter = new[] { Dokument(nummer) },
    };

    public static LookupRecord Bulk(IEnumerable<long> personer, int nummer) => Enkelt(0, nummer) with
    {
        Type = Oppslagstype.Bulkoppslag,
        Metode = "POST",
        Rute = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag",
        Personer = personer.ToArray(),
        Dokumenter = default,
    };

    private static Dokumentidentifikator Dokument(int nummer)
    {
        var bytes = new byte[Dokumentidentifikator.Bytes];
        BitConverter.TryWriteBytes(bytes, nummer);
        return Dokumentidentifikator.FromBytes(bytes);
    }
}
