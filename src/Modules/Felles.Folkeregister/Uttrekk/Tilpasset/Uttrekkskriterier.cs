using System.Text.Json;
using System.Text.Json.Serialization;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Uttrekk.Tilpasset;

/// <summary>What a tilpasset uttrekk asks for, in the words of the order; judged.</summary>
internal sealed record Uttrekkskriterier
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<Adresseslag>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>aktiv stands for the four statuses that are confidential.</summary>
    public static IReadOnlyDictionary<string, Personstatus[]> Statustyper { get; } =
        new Dictionary<string, Personstatus[]>(StringComparer.Ordinal)
        {
            ["aktiv"] = [Personstatus.Midlertidig, Personstatus.IkkeBosatt, Personstatus.Forsvunnet, Personstatus.Foedselsregistrert],
            ["bosatt"] = [Personstatus.Bosatt],
            ["utflyttet"] = [Personstatus.Utflyttet],
            ["doed"] = [Personstatus.Doed],
            ["inaktiv"] = [Personstatus.Inaktiv],
        };

    public required string[] Personstatustyper { get; init; }

    /// <summary>Which address the municipalities are of.</summary>
    public Adresseslag? Adresse { get; init; }

    public string[]? Kommuner { get; init; }

    public int? FoedselsaarFraOgMed { get; init; }

    public int? FoedselsaarTilOgMed { get; init; }

    public int? DoedsaarFraOgMed { get; init; }

    public int? DoedsaarTilOgMed { get; init; }

    public string? Kjoenn { get; init; }

    public string? Statsborgerskap { get; init; }

    public string? Sivilstandstype { get; init; }

    public static Uttrekkskriterier Les(string tekst) => JsonSerializer.Deserialize<Uttrekkskriterier>(tekst, Form)!;

    public string Skriv() => JsonSerializer.Serialize(this, Form);
}
