using System.Text;
using System.Text.Json;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Tests.Persondokument.Bygging;

/// <summary>Documents as the tests hand them in and look at them.</summary>
internal static class Dokumenter
{
    private static readonly string Mappe = Path.Combine(AppContext.BaseDirectory, "Persondokument");

    public static TheoryData<string> Eksempler =>
        [.. Directory.GetFiles(Path.Combine(Mappe, "Eksempler")).Select(fil => Path.GetFileName(fil)!).Order(StringComparer.Ordinal)];

    public static byte[] Eksempel(string navn) => File.ReadAllBytes(Path.Combine(Mappe, "Eksempler", navn));

    public static string Skjemafil => File.ReadAllText(Path.Combine(Mappe, "data", "persondokument.schema.json"));

    public static Lesesvar Les(string json) => new Dokumentleser().Les(Encoding.UTF8.GetBytes(json));

    public static (byte[] Dokument, byte[] Indeks) Godtatt(this Lesesvar svar) =>
        svar.Match((dokument, indeks) => (dokument, indeks), funn => throw new InvalidOperationException(string.Join('\n', funn)));

    public static IReadOnlyList<Funn> Avvist(this Lesesvar svar) =>
        svar.Match(static (_, _) => throw new InvalidOperationException("The document was taken."), funn => funn);

    /// <summary>Without white space, everything else as it was.</summary>
    public static string Kompakt(ReadOnlySpan<byte> json)
    {
        var ut = new StringBuilder();
        var iTekst = false;
        var tegnene = Encoding.UTF8.GetString(json);
        for (var nr = 0; nr < tegnene.Length; nr++)
        {
            var tegn = tegnene[nr];
            if (iTekst && tegn == '\\')
            {
                ut.Append(tegn).Append(tegnene[++nr]);
                continue;
            }

            iTekst ^= tegn == '"';
            if (iTekst || !char.IsWhiteSpace(tegn))
                ut.Append(tegn);
        }

        return ut.ToString();
    }

    public static JsonElement Json(ReadOnlySpan<byte> json)
    {
        using var dokument = JsonDocument.Parse(json.ToArray());
        return dokument.RootElement.Clone();
    }
}
