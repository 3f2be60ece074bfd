using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>The events of the stream <c>tilgang</c>.</summary>
internal static class Tilgangshendelse
{
    public const string Stroem = "tilgang";

    /// <summary>An organisation's rights; the key is the organisation number.</summary>
    public const string Virksomhet = "virksomhet";

    /// <summary>A scope; the content is its name.</summary>
    public const string Scope = "scope";

    /// <summary>A prefix of scopes; the content is the prefix.</summary>
    public const string Prefiks = "prefiks";

    /// <summary>A role; the key is its id, the content tells nothing about the person.</summary>
    public const string Rolle = "rolle";

    public static byte[] Skriv(Virksomhetstilgang tilgang, string miljoe) => JsonSerializer.SerializeToUtf8Bytes(
        new Innhold(
            miljoe,
            tilgang.Versjon,
            [.. Rettighetspakke.Alle.Where(p => (tilgang.Pakker >> p.Indeks & 1) != 0).Select(p => p.Navn)],
            [.. tilgang.Scopes.Order(StringComparer.Ordinal)],
            tilgang.Delegeringer.Antall == 0 ? null : tilgang.Delegeringer.Par.GroupBy(p => p.Scope, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(p => p.Leverandoer).ToArray())),
        Tilgangshendelsekontekst.Default.Innhold);

    public static (string Miljoe, Virksomhetstilgang Tilgang) Les(ReadOnlySpan<byte> innhold)
    {
        var lest = JsonSerializer.Deserialize(innhold, Tilgangshendelsekontekst.Default.Innhold)!;
        var tilgang = new Virksomhetstilgang(lest.Versjon, Bit(lest.Pakker), lest.Scopes.ToFrozenSet());
        return (lest.Miljoe, lest.Delegeringer is not { } delegeringer ? tilgang : tilgang with
        {
            Delegeringer = Delegeringssett.Av(delegeringer.SelectMany(d => d.Value.Select(leverandoer => (leverandoer, d.Key)))),
        });
    }

    /// <summary>Packages by name, as tables and events keep them; a name that is no longer in the list opens nothing.</summary>
    public static ulong Bit(IEnumerable<string> pakker) =>
        pakker.Select(Rettighetspakke.MedNavn).Aggregate(0UL, (sum, pakke) => pakke is null ? sum : sum | 1UL << pakke.Indeks);

    /// <param name="Delegeringer">The suppliers by scope; null for none.</param>
    internal sealed record Innhold(
        string Miljoe, long Versjon, string[] Pakker, string[] Scopes, Dictionary<string, int[]>? Delegeringer = null);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Tilgangshendelse.Innhold))]
internal sealed partial class Tilgangshendelsekontekst : JsonSerializerContext;
