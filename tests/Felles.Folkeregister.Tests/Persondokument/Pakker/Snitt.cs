using System.Buffers;
using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Tests.Persondokument.Bygging;

namespace Felles.Folkeregister.Tests.Persondokument.Pakker;

/// <summary>Answers of the packages, as the tests ask for them.</summary>
internal static class Snitt
{
    /// <summary>All that can be asked for by name or alias, with history.</summary>
    public static readonly string[] Alt =
    [
        "historikk", "person-basis", "identitetsgrunnlag-utvidet", "relasjon-utvidet",
        .. Personskjema.Person.Felter.ToArray().Select(felt => felt.Navn).Where(navn => navn != "forholdTilSametingetsValgmanntall"),
    ];

    public static readonly string[] Pakkekoder = ["OMH", "OUH", "PUH", "FIN", "EID", "PRIV", "PRIVU", "PRE", "PREU"];

    private static readonly Pakkeplaner Standard = new([]);

    public static JsonElement Kutt(string pakke, string dokument, params string[] deler) => Kutt(Standard, pakke, dokument, deler);

    public static JsonElement Kutt(Pakkeplaner planer, string pakke, string dokument, params string[] deler)
    {
        var (bytes, indeks) = Dokumenter.Les(dokument).Godtatt();
        var ut = new ArrayBufferWriter<byte>();
        var levert = Plan(planer, pakke, deler).Skriv(bytes, indeks, ut);
        var svar = Dokumenter.Json(ut.WrittenSpan);

        // What the look-up log is told is what left, neither more nor less.
        var sagt = Enum.GetValues<Personelement>().Where(element => (levert >> (int)element & 1) != 0)
            .Select(element => Personskjema.Felt(element).Navn);
        Assert.Equal(sagt, svar.EnumerateObject().Select(element => element.Name));
        return svar;
    }

    public static Pakkeplan Plan(Pakkeplaner planer, string pakke, params string[] deler) =>
        planer.For(pakke, deler).Match(plan => plan, verdi => throw new InvalidOperationException($"part {verdi}"));

    public static string[] Elementer(JsonElement svar) => [.. svar.EnumerateObject().Select(element => element.Name)];

    public static IEnumerable<JsonElement> Oppfoeringer(JsonElement svar, string element) =>
        !svar.TryGetProperty(element, out var verdi)
            ? [] : verdi.ValueKind == JsonValueKind.Array ? verdi.EnumerateArray().ToArray() : [verdi];

    public static string[] Medlemmer(JsonElement objekt) => [.. objekt.EnumerateObject().Select(medlem => medlem.Name)];

    public static bool Gjeldende(JsonElement oppfoering) => !oppfoering.TryGetProperty("erGjeldende", out var svar) || svar.GetBoolean();
}
