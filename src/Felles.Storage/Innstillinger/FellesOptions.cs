using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace Felles.Storage;

/// <summary>The settings directly under <c>Felles:</c>.</summary>
public sealed class FellesOptions : IValidatableObject
{
    public const string Section = "Felles";

    public Mode Mode { get; set; } = Mode.Sandkasse;

    /// <summary>Grants, keys, certificates and agreements carry it, and an instance honours only its own.</summary>
    public Miljoe Miljoe { get; set; } = Miljoe.Test;

    [Required]
    public string DataDirectory { get; set; } = "felles-data";

    /// <summary><c>sqlite</c>, or a PostgreSQL connection string.</summary>
    [Required]
    public string Database { get; set; } = "sqlite";

    /// <summary>Hot standbys that register data may be read from: <c>host:port,host:port</c>. PostgreSQL only.</summary>
    public string? ReadReplicas { get; set; }

    /// <summary>The address that users and other programs reach this instance at, without a slash at the end.</summary>
    [Required]
    public string PublicUrl { get; set; } = "http://localhost:5080";

    public bool IsSqlite => Database.Equals("sqlite", StringComparison.OrdinalIgnoreCase);

    public bool IsSandkasse => Mode == Mode.Sandkasse;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSqlite && ConnectionStringFault(Database) is { } reason)
            yield return new ValidationResult(
                $"Felles:Database must be \"sqlite\" or a PostgreSQL connection string (Host=…;Username=…;Database=…): {reason}");
        if (Mode == Mode.Produksjon && IsSqlite)
            yield return new ValidationResult(
                "Felles:Mode is Produksjon, which keeps its data in PostgreSQL: set Felles:Database to a connection string.");
        if (IsSqlite && !string.IsNullOrWhiteSpace(ReadReplicas))
            yield return new ValidationResult("Felles:ReadReplicas names standbys of PostgreSQL, but Felles:Database is sqlite.");
        if (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || PublicUrl.EndsWith('/'))
            yield return new ValidationResult("Felles:PublicUrl must be an http or https address without a slash at the end, such as http://localhost:5080.");
    }

    private static string? ConnectionStringFault(string text)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
            return text.Contains('=', StringComparison.Ordinal) ? null : "it names nothing.";
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The message names the part that is wrong, not its value.
            return e.Message;
        }
    }
}

/// <summary>What the program is: a private country to try things in, or the real thing. Both run the same code.</summary>
public enum Mode
{
    Sandkasse,
    Produksjon,
}

/// <summary>What the data of an instance is for.</summary>
public enum Miljoe
{
    Test,
    Produksjon,
}
