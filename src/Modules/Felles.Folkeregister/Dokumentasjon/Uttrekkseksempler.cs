using Felles.Folkeregister.Lager;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>Bodies and answers of the extract services.</summary>
internal static class Uttrekkseksempler
{
    private static readonly Innhold Jobb = new()
    {
        Svar = Faste.Uttrekksjobb,
        Svarbeskrivelse = "Jobben som lager uttrekket. Hent batchene fra 0 og oppover.",
        Svareksempel = """{"jobbId":"5f0c2b9e-7d31-4a86-8c55-1e9b3d7a6042"}""",
        Avvisninger = new Dictionary<int, (string Skjema, string? Eksempel)>
        {
            [429] = (Faste.Uttrekksstopp, """{"feilmelding":"Virksomheten har 10 uttrekk som ikke er ferdige. Vent til ett er ferdig."}"""),
        },
    };

    public static Innhold Komplett => Jobb;

    public static Innhold Tilpasset { get; } = Jobb with
    {
        Kropp = Faste.Uttrekksbestilling,
        Kroppstyper = ["application/json"],
        Kroppseksempel = """{"personstatustyper":["bosatt","utflyttet"],"foedselsaarFraOgMed":"1900","kjoenn":"kvinne"}""",
    };

    /// <param name="medKomplett">Whether the package has the complete extract, whose batches hold document ids.</param>
    public static Innhold Batch(bool medKomplett) => new()
    {
        Svar = Faste.Uttrekksdata,
        Svarbeskrivelse = "Neste del av uttrekket. Et tomt objekt betyr at det ikke er mer.",
        Svareksempel = medKomplett
            ? $$"""{"dokumentidentifikator":["{{Dokumentnoekkel.Lag(1, 1).ToWire()}}"]}"""
            : $$"""{"foedselsEllerDNummer":["{{Parameterkatalog.Eksempelperson}}"]}""",
        Avvisninger = new Dictionary<int, (string Skjema, string? Eksempel)>
        {
            [404] = (Faste.Uttrekksdata, """{"feilmelding":"Batch med id=0 er enda ikke klar"}"""),
        },
    };
}
