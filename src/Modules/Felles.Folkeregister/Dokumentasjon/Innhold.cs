namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>What a service takes and answers, by the names of schemas in <see cref="Faste"/> and the person document.</summary>
internal sealed record Innhold
{
    /// <summary>The schema of the JSON answer; null when there is none in JSON.</summary>
    public string? Svar { get; init; }

    public string Svarbeskrivelse { get; init; } = "Svaret.";

    /// <summary>An answer in JSON, kept to the schema by a test.</summary>
    public string? Svareksempel { get; init; }

    public string[] Medietyper { get; init; } = ["application/json", "application/xml"];

    /// <summary>Statuses whose body or its example is another than the usual one.</summary>
    public IReadOnlyDictionary<int, (string Skjema, string? Eksempel)> Avvisninger { get; init; } =
        new Dictionary<int, (string Skjema, string? Eksempel)>();

    /// <summary>The schema of the body; null for a service without one.</summary>
    public string? Kropp { get; init; }

    /// <summary>The forms of the body, where they are others than those of the answer.</summary>
    public string[]? Kroppstyper { get; init; }

    /// <summary>A body that works in any sandbox: a test sends it.</summary>
    public string? Kroppseksempel { get; init; }
}
