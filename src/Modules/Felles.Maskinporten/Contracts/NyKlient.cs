using Felles.Kernel.Identifikatorer;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Contracts;

/// <summary>A client to be registered.</summary>
/// <param name="Navn">For people.</param>
/// <param name="Orgnr">The organisation that owns the client.</param>
/// <param name="Scopes">Whole names, <c>prefix:subscope</c>.</param>
/// <param name="Noekler">Public RSA keys, five at most.</param>
/// <param name="Levetid">Seconds a token lives; 0 is the default of the installation.</param>
/// <param name="ClientId">Null: a new UUID.</param>
/// <param name="Aktiv">False for one that is to be opened later.</param>
public sealed record NyKlient(
    string Navn, Organisasjonsnummer Orgnr, IReadOnlyList<string> Scopes, IReadOnlyList<JsonWebKey> Noekler, int Levetid = 0,
        string? ClientId = null, bool Aktiv = true)
{
    /// <summary>For people.</summary>
    public string Beskrivelse { get; init; } = "";

    /// <summary>Where people read about it.</summary>
    public string? Uri { get; init; }

    /// <summary>The kind of client.</summary>
    public string Integrasjonstype { get; init; } = Klient.Maskinporten;
}
