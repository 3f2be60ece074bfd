using Felles.Folkeregister.Lager;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>Bodies and answers of the services about persons. Members in the example answers are those that every package has.</summary>
internal static class Personeksempler
{
    private const string Navn = """{"erGjeldende":true,"fornavn":"AKROBATISK","etternavn":"KUNSTVERK"}""";

    /// <summary>The first document of the first person, in any register.</summary>
    public static string Dokument { get; } = Dokumentnoekkel.Lag(1, 1).ToWire();

    public static Innhold Person { get; } = new()
    {
        Svar = Faste.Person,
        Svarbeskrivelse = "Personen, slik rettighetspakken får den.",
        Svareksempel = $$"""{"navn":[{{Navn}}]}""",
    };

    public static Innhold Bulk { get; } = new()
    {
        Kropp = Faste.Bulkbestilling,
        Kroppseksempel = $$"""{"foedselsEllerDNummer":["{{Parameterkatalog.Eksempelperson}}","03851598730"]}""",
        Svar = Faste.Bulksvar,
        Svarbeskrivelse = "Personene som ble funnet, eller med somBestilt ett svar for hvert nummer.",
        Svareksempel = $$$"""
            {"oppslag":[{"foedselsEllerDNummer":"{{{Parameterkatalog.Eksempelperson}}}","folkeregisterperson":{"navn":[{{{Navn}}}]}},
              {"foedselsEllerDNummer":"03851598730","feilmelding":{"feilmelding":"Ukjent person"}}]}
            """,
    };

    public static Innhold Arkiv { get; } = Person with
    {
        Svarbeskrivelse = "Personen slik den var etter hendelsen som laget dokumentet.",
        Avvisninger = Faste.IkkeFunnet("Ukjent dokumentid."),
    };

    public static Innhold Entydig { get; } = Person with { Avvisninger = Faste.IkkeFunnet("Søket ga ikke entydig treff.") };

    public static Innhold Bulkarkiv { get; } = new()
    {
        Kropp = Faste.Arkivbestilling,
        Kroppseksempel = $$"""{"dokumentidentifikator":["{{Dokument}}"]}""",
        Svar = Faste.Arkivsvar,
        Svarbeskrivelse = "Dokumentene som ble funnet; andre er utelatt.",
        Svareksempel = $$$"""
            {"oppslag":[{"foedselsEllerDNummer":"{{{Parameterkatalog.Eksempelperson}}}","dokumentidentifikator":"{{{Dokument}}}",
              "folkeregisterperson":{"navn":[{{{Navn}}}]}}]}
            """,
    };

    public static Innhold Soek { get; } = new()
    {
        Svar = Faste.Soekesvar,
        Svarbeskrivelse = "Numrene til dem som passer; en tom liste når ingen gjør det.",
        Svareksempel = $$"""{"foedselsEllerDNummer":["{{Parameterkatalog.Eksempelperson}}"]}""",
    };

    public static Innhold Representerte { get; } = Soek with
    {
        Kropp = Faste.Bulkbestilling,
        Kroppseksempel = $$"""{"foedselsEllerDNummer":["{{Parameterkatalog.Eksempelperson}}"]}""",
        Svarbeskrivelse = "Numrene til de levende som personen er verge eller fullmektig for.",
    };
}
