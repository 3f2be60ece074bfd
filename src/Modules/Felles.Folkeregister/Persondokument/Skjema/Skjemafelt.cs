using System.Text;

namespace Felles.Folkeregister.Persondokument.Skjema;

/// <summary>One member of a type.</summary>
internal sealed class Skjemafelt
{
    private readonly string navn = "";

    public required string Navn
    {
        get => navn;
        init
        {
            navn = value;
            NavnUtf8 = Encoding.UTF8.GetBytes(value);
            Start = Encoding.UTF8.GetBytes($"\"{value}\":");
        }
    }

    public byte[] NavnUtf8 { get; private init; } = [];

    /// <summary>The name as JSON writes it before the value, colon included.</summary>
    public byte[] Start { get; private init; } = [];

    public required Verdiform Form { get; init; }

    public required int Minst { get; init; }

    /// <summary>Most values of a list; <see cref="int.MaxValue"/> when unbounded.</summary>
    public required int Hoeyst { get; init; }

    public required bool Liste { get; init; }

    /// <summary>Members of a type that share this word exclude each other, and one of them is present.</summary>
    public string? EttAv { get; init; }

    /// <summary>The type of an object.</summary>
    public Skjematype? Type { get; init; }

    /// <summary>The name of a closed code list.</summary>
    public string? Kodeliste { get; init; }

    /// <summary>The values of a closed code list, UTF-8.</summary>
    public byte[][] Koder { get; init; } = [];

    /// <summary>Shortest text in characters.</summary>
    public int Kortest { get; init; }

    /// <summary>Longest text in characters.</summary>
    public int Lengst { get; init; }
}
