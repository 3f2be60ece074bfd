using Felles.Kernel.Identifikatorer;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Contracts;

/// <summary>What is to be different about a client. Null leaves a property as it is.</summary>
public sealed record Klientendring
{
    /// <summary>The organisation the client must belong to, which never changes.</summary>
    public Organisasjonsnummer? Eier { get; init; }

    public string? Navn { get; init; }

    /// <summary>For people; empty for none.</summary>
    public string? Beskrivelse { get; init; }

    /// <summary>Where people read about it; empty for nowhere.</summary>
    public string? Uri { get; init; }

    /// <summary>The whole set of scopes the client may ask for.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The whole set of public keys. A key that stands there already is renewed for a year.</summary>
    public IReadOnlyList<JsonWebKey>? Noekler { get; init; }

    /// <summary>Seconds a token lives; 0 is the default of the installation.</summary>
    public int? Levetid { get; init; }

    /// <summary>An inactive client gets no tokens; those it has run out by themselves.</summary>
    public bool? Aktiv { get; init; }
}
