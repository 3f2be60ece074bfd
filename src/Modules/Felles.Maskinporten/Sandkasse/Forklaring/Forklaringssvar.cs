using System.Text.Json.Serialization;
using Felles.Maskinporten.Token;

namespace Felles.Maskinporten.Sandkasse.Forklaring;

/// <summary>What becomes of an assertion or a token, and why.</summary>
/// <param name="Hva"><c>assertion</c> or <c>token</c>.</param>
/// <param name="Godtas">It would be accepted now.</param>
/// <param name="Konklusjon">The outcome in one sentence.</param>
/// <param name="Steg">Every step in its order.</param>
internal sealed record Forklaringssvar(
    [property: JsonPropertyName("hva")] string Hva,
    [property: JsonPropertyName("godtas")] bool Godtas,
    [property: JsonPropertyName("konklusjon")] string Konklusjon,
    [property: JsonPropertyName("steg")] IReadOnlyList<Forklartsteg> Steg)
{
    /// <summary>The stable code of the refusal.</summary>
    [JsonPropertyName("kode")]
    public string? Kode { get; init; }

    /// <summary>The <c>error</c> of the refusal (RFC 6749 §5.2, RFC 6750 §3.1).</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>The HTTP status of the refusal.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>The documented text of the refusal.</summary>
    [JsonPropertyName("melding")]
    public string? Melding { get; init; }

    /// <summary>What exactly was wrong, where that is known.</summary>
    [JsonPropertyName("grunn")]
    public string? Grunn { get; init; }

    /// <summary>The steps after the first <paramref name="bestaatt"/> in their order: one that refuses, and those not reached.</summary>
    public static Forklaringssvar Av(string hva, IReadOnlyList<Stegtekst> alle, int bestaatt, Avslag? avslag, string godtatt)
    {
        var steg = alle.Select((s, i) => new Forklartsteg(i + 1, s.Navn, Utfall(i), s.Sjekker, s.Paragraf)).ToArray();
        if (avslag is null)
            return new(hva, true, godtatt, steg);
        var (navn, paragraf) = (alle[bestaatt].Navn, alle[bestaatt].Paragraf);
        var kode = avslag.Feil.Kode.StartsWith("MP-", StringComparison.Ordinal) ? avslag.Feil.Kode + ": " : "";
        return new(hva, false, $"Refused at step {bestaatt + 1}, {navn} ({paragraf}). {kode}{avslag.Tekst}.", steg)
        {
            Kode = avslag.Feil.Kode,
            Error = avslag.Error,
            Status = avslag.Status,
            Melding = avslag.Tekst,
            Grunn = avslag.Grunn,
        };

        string Utfall(int i) => i < bestaatt || avslag is null ? "passed" : i == bestaatt ? "refused" : "not reached";
    }
}

/// <param name="Nr">From 1.</param>
/// <param name="Navn">A short name.</param>
/// <param name="Utfall"><c>passed</c>, <c>refused</c> or <c>not reached</c>.</param>
/// <param name="Sjekker">What must hold.</param>
/// <param name="Paragraf">Where that stands.</param>
internal sealed record Forklartsteg(
    [property: JsonPropertyName("nr")] int Nr,
    [property: JsonPropertyName("navn")] string Navn,
    [property: JsonPropertyName("utfall")] string Utfall,
    [property: JsonPropertyName("sjekker")] string Sjekker,
    [property: JsonPropertyName("paragraf")] string Paragraf);
