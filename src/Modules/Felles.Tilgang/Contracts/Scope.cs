using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>Who sees that a scope exists.</summary>
public enum Synlighet
{
    Public,
    Private,
    Internal,
}

/// <summary>
/// Properties of a scope that mean something where a person logs in, with the defaults of the self-service API: <c>token_type</c>,
/// <c>authorization_max_lifetime</c> in seconds, <c>requires_user_consent</c>, <c>requires_user_authentication</c> and
/// <c>requires_pseudonymous_tokens</c>.
/// </summary>
public sealed record Innloggingsvilkaar(
    string Tokentype = Innloggingsvilkaar.Selvstendig,
    int Autorisasjonstid = 0,
    bool KreverSamtykke = false,
    bool KreverInnlogging = false,
    bool KreverPseudonym = false)
{
    public const string Selvstendig = "SELF_CONTAINED";
    public const string Referanse = "OPAQUE";
}

/// <summary>A Maskinporten scope with the properties that decide over tokens (docs.digdir.no, Maskinporten, scopes).</summary>
public sealed record Scope
{
    public required string Prefix { get; init; }

    public required string Subscope { get; init; }

    /// <summary>The whole name, <c>prefix:subscope</c>.</summary>
    public string Navn => $"{Prefix}:{Subscope}";

    /// <summary>The organisation that owns the scope; null for the installation's own.</summary>
    public Organisasjonsnummer? Eier { get; init; }

    public required string Beskrivelse { get; init; }

    public Synlighet Synlighet { get; init; }

    /// <summary>Upper limit of a token's life in seconds; 0 means no limit of its own (wire name <c>at_max_age</c>).</summary>
    public int AtMaxAge { get; init; }

    /// <summary>Name of the delegation source; null where the scope cannot be delegated (wire name <c>delegation_source</c>).</summary>
    public string? Delegeringskilde { get; init; }

    /// <summary>Every organisation may use it without a grant (wire name <c>accessible_for_all</c>).</summary>
    public bool TilgjengeligForAlle { get; init; }

    /// <summary>Integration types that may hold the scope; empty means any (wire name <c>allowed_integration_types</c>).</summary>
    public IReadOnlyList<string> Integrasjonstyper { get; init; } = [];

    /// <summary>An inactive scope gives no tokens; its grants stay as they are.</summary>
    public bool Aktiv { get; init; } = true;

    /// <summary>For those who choose among scopes (wire name <c>long_description</c>).</summary>
    public string? LangBeskrivelse { get; init; }

    /// <summary>What only ID-porten reads; kept for the owner.</summary>
    public Innloggingsvilkaar Innlogging { get; init; } = new();
}
