using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Contracts;

/// <summary>
/// The roles of one kind: <c>DAGL</c>, <c>INNH</c>, <c>STYR</c>, <c>REVI</c>, <c>REGN</c>, <c>FFØR</c>, <c>KONT</c>, <c>SIGN</c> …
/// </summary>
public sealed record Rollegruppe
{
    public required Kodeverdi Type { get; init; }

    public DateOnly? SistEndret { get; init; }

    public required IReadOnlyList<Rolle> Roller { get; init; }
}

/// <summary>One role, held either by a person or by an organisation.</summary>
public sealed record Rolle
{
    public required Kodeverdi Type { get; init; }

    public Rolleperson? Person { get; init; }

    public Rollevirksomhet? Virksomhet { get; init; }

    public bool? Fratraadt { get; init; }

    public int? Rekkefolge { get; init; }
}

/// <summary>A person in a role, told by number. The number is personal data and never belongs in an application log.</summary>
public sealed record Rolleperson
{
    public required Folkeregisteridentifikator Foedselsnummer { get; init; }

    public DateOnly? Fodselsdato { get; init; }

    public Rollenavn? Navn { get; init; }

    public bool? ErDoed { get; init; }

    // A record writes every member into its text; this one must not tell who it is.
    public override string ToString() => $"{nameof(Rolleperson)} {Foedselsnummer}";
}

/// <summary>The name of a person in a role.</summary>
public sealed record Rollenavn
{
    public string? Fornavn { get; init; }

    public string? Mellomnavn { get; init; }

    public string? Etternavn { get; init; }
}

/// <summary>An organisation in a role.</summary>
public sealed record Rollevirksomhet
{
    public required Organisasjonsnummer Organisasjonsnummer { get; init; }

    public string? Navn { get; init; }
}

/// <summary>A role that a person or an organisation holds in a unit.</summary>
/// <param name="Enhet">The unit.</param>
/// <param name="Gruppe">Code of the role group.</param>
/// <param name="Type">Code of the role.</param>
public readonly record struct Rolleforhold(Organisasjonsnummer Enhet, string Gruppe, string Type);
