namespace Felles.Client.Sandkasse;

/// <summary>Why an assertion or an access token is accepted or refused.</summary>
public sealed record Forklaring
{
    /// <summary><c>assertion</c> or <c>token</c>.</summary>
    public required string Hva { get; init; }

    public required bool Godtas { get; init; }

    /// <summary>The outcome in one sentence.</summary>
    public required string Konklusjon { get; init; }

    /// <summary>The stable code of the refusal.</summary>
    public string? Kode { get; init; }

    public string? Error { get; init; }

    public int? Status { get; init; }

    public string? Melding { get; init; }

    /// <summary>What exactly was wrong, where that is known.</summary>
    public string? Grunn { get; init; }

    public required IReadOnlyList<Forklaringssteg> Steg { get; init; }
}

/// <summary>One check, in the order of the token endpoint.</summary>
/// <param name="Nr">From 1.</param>
/// <param name="Navn">A short name.</param>
/// <param name="Utfall"><c>passed</c>, <c>refused</c> or <c>not reached</c>.</param>
/// <param name="Sjekker">What must hold.</param>
/// <param name="Paragraf">Where that is laid down.</param>
public sealed record Forklaringssteg(int Nr, string Navn, string Utfall, string Sjekker, string Paragraf);
