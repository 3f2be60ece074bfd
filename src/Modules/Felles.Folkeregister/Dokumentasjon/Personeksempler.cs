namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>Bodies and answers of the services about persons. Members in the example answers are those that every package has.</summary>
internal static class Personeksempler
{
    private const string Navn = """{"erGjeldende":true,"fornavn":"AKROBATISK","etternavn":"KUNSTVERK"}""";

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

    public static Innhold Soek { get; } = new()
    {
        Svar = Faste.Soekesvar,
        Svarbeskrivelse = "Numrene til dem som passer; en tom liste når ingen gjør det.",
        Svareksempel = $$"""{"foedselsEllerDNummer":["{{Parameterkatalog.Eksempelperson}}"]}""",
    };
}
