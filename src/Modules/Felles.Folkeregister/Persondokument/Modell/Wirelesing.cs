using System.Globalization;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Persondokument.Modell;

/// <summary>
/// Reads one value of a judged document. A document that was not judged ends in a <see cref="FormatException"/> without the value in its
/// text.
/// </summary>
internal static class Wirelesing
{
    /// <summary>Reads the value that the reader stands on.</summary>
    public delegate T Les<out T>(ref Utf8JsonReader inn);

    public static FormatException Mangler(string felt) => new($"The document lacks the required member {felt}.");

    /// <summary>Steps to the next member name of the object that the reader stands in.</summary>
    public static bool NesteMedlem(this ref Utf8JsonReader inn) => inn.Read() && inn.TokenType == JsonTokenType.PropertyName;

    public static void HoppOver(this ref Utf8JsonReader inn) => inn.Skip();

    public static string? LesTekst(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return inn.GetString();
    }

    public static bool? LesBoolsk(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return inn.GetBoolean();
    }

    public static int? LesHeltall(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return inn.GetInt32();
    }

    public static DateOnly? LesDato(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return DateOnly.ParseExact(inn.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static Tidspunkt? LesTidspunkt(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return Tidspunkt.TryParse(inn.GetString(), out var tid) ? tid : throw Ugyldig(nameof(Tidspunkt));
    }

    public static Folkeregisteridentifikator? LesIdentifikator(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return Folkeregisteridentifikator.TryParse(inn.GetString(), out var id) ? id : throw Ugyldig(nameof(Folkeregisteridentifikator));
    }

    public static Organisasjonsnummer? LesOrganisasjonsnummer(this ref Utf8JsonReader inn)
    {
        inn.Read();
        return Organisasjonsnummer.TryParse(inn.GetString(), out var nummer) ? nummer : throw Ugyldig(nameof(Organisasjonsnummer));
    }

    public static T? LesKode<T>(this ref Utf8JsonReader inn)
        where T : unmanaged, Enum
    {
        inn.Read();
        return Kode<T>(ref inn);
    }

    public static Liste<T> LesKoder<T>(this ref Utf8JsonReader inn)
        where T : unmanaged, Enum => inn.LesPoster(Kode<T>);

    /// <summary>The object that follows the member name.</summary>
    public static T LesObjekt<T>(this ref Utf8JsonReader inn, Les<T> les)
    {
        inn.Read();
        return les(ref inn);
    }

    public static Liste<string> LesTekster(this ref Utf8JsonReader inn) => inn.LesPoster(static (ref post) => post.GetString()!);

    public static Liste<T> LesListe<T>(this ref Utf8JsonReader inn, Les<T> les) => inn.LesPoster(les);

    private static Liste<T> LesPoster<T>(this ref Utf8JsonReader inn, Les<T> les)
    {
        inn.Read();
        var poster = new List<T>(4);
        while (inn.Read() && inn.TokenType != JsonTokenType.EndArray)
            poster.Add(les(ref inn));
        return Contracts.Personmodell.Liste.Av(poster);
    }

    private static T Kode<T>(ref Utf8JsonReader inn)
        where T : unmanaged, Enum => Kodenavn<T>.TryLes(inn.ValueSpan, out var verdi) ? verdi : throw Ugyldig(typeof(T).Name);

    private static FormatException Ugyldig(string type) => new($"The document holds a value that is no {type}.");
}
