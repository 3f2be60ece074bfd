using System.Collections.Frozen;
using Felles.Kernel.Identifikatorer;

namespace Felles.Maskinporten.Contracts;

/// <summary>A registered client of the token server, as this host remembers it. Never changed; a new version takes its place.</summary>
public sealed class Klient
{
    /// <summary>The kind of clients that ask this server for tokens with an assertion.</summary>
    public const string Maskinporten = "maskinporten";

    public required string ClientId { get; init; }

    public required string Navn { get; init; }

    /// <summary>The organisation that owns the client.</summary>
    public required Organisasjonsnummer Orgnr { get; init; }

    /// <summary>The scopes the client may ask for. Whether its organisation is granted them is another matter.</summary>
    public required FrozenSet<string> Scopes { get; init; }

    /// <summary>Life of its tokens in seconds (<c>access_token_lifetime</c>); 0 is the default of the installation.</summary>
    public required int Levetid { get; init; }

    public required bool Aktiv { get; init; }

    /// <summary>Counted up by every change.</summary>
    public required long Versjon { get; init; }

    /// <summary>For people; may be empty.</summary>
    public string Beskrivelse { get; init; } = "";

    /// <summary>Where people read about it (<c>client_uri</c>).</summary>
    public string? Uri { get; init; }

    /// <summary>The kind of client (<c>integration_type</c>), which never changes.</summary>
    public string Integrasjonstype { get; init; } = Maskinporten;

    public DateTimeOffset Opprettet { get; init; }

    public DateTimeOffset Endret { get; init; }

    public required IReadOnlyList<Klientnoekkel> Noekler { get; init; }

    /// <summary>The registered key of this id, expired or not; null when there is none.</summary>
    public Klientnoekkel? Noekkel(string kid)
    {
        // Five at most: looking through them beats hashing.
        foreach (var noekkel in Noekler)
        {
            if (noekkel.Kid == kid)
                return noekkel;
        }

        return null;
    }
}
