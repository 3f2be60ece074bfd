using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Kernel.Identifikatorer;

namespace Felles.Client;

/// <summary>
/// A Maskinporten client with its private key, as the sandbox writes it to <c>felles-data/klienter/{navn}.json</c>. Treat the file as a
/// password.
/// </summary>
public sealed record Klientfil
{
    [JsonPropertyName("navn")]
    public required string Navn { get; init; }

    [JsonPropertyName("orgnr")]
    public required string Orgnr { get; init; }

    [JsonPropertyName("organisasjonsnavn")]
    public string? Organisasjonsnavn { get; init; }

    [JsonPropertyName("virksomhetstype")]
    public string? Virksomhetstype { get; init; }

    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    [JsonPropertyName("scopes")]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The private key (RFC 7517) with its <c>kid</c>.</summary>
    [JsonPropertyName("jwk")]
    public required JsonElement Jwk { get; init; }

    /// <exception cref="KlientfilException">The file is absent, unreadable or not a client file; the message says which and what to
    /// do.</exception>
    public static Klientfil Les(string sti)
    {
        try
        {
            using var fil = File.OpenRead(sti);
            var klient = JsonSerializer.Deserialize(fil, Klientjson.Default.Klientfil);
            if (klient is null || !Organisasjonsnummer.TryParse(klient.Orgnr, out _))
                throw new KlientfilException($"{sti} is no client file: orgnr is not an organisation number.");
            return klient;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KlientfilException($"There is no client file {sti}. A sandbox host writes its clients to felles-data/klienter/.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new KlientfilException($"{sti} may not be read by this user. The host that made it runs as another user.", e);
        }
        catch (JsonException e)
        {
            throw new KlientfilException($"{sti} is no client file: {e.Message}", e);
        }
    }

    /// <summary>The name and the organisation: never the key.</summary>
    public override string ToString() => $"{Navn} ({Orgnr})";
}
