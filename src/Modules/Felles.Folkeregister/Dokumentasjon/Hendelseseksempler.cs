using Felles.Folkeregister.Lager;

namespace Felles.Folkeregister.Dokumentasjon;

/// <summary>Bodies and answers of the services about events.</summary>
internal static class Hendelseseksempler
{
    // The first event of the first person, in any register.
    private static readonly string Id = Hendelsesnoekkel.Lag(1, 1, 0).ToWire();

    private static readonly string Dokumenteksempel = $$$"""
        {"dokumentidentifikator":"{{{Id}}}","skjemaversjon":"1.0","hendelse":{
          "folkeregisteridentifikator":"{{{Parameterkatalog.Eksempelperson}}}","hendelsestype":"endringINavn",
          "ajourholdstidspunkt":"2025-06-16T12:47:19.219+02:00","egenskapshendelse":[
            {"navn":{"kilde":"folkeregistermyndigheten","fornavn":"AKROBATISK","etternavn":"KUNSTVERK"},
             "entitet":"navn","entitetsendring":"registrereNy"}]}}
        """;

    public static Innhold Dokument { get; } = new()
    {
        Svar = Hendelsesskjemaer.Hendelsesdokument,
        Svarbeskrivelse = "Hva hendelsen endret.",
        Avvisninger = Faste.IkkeFunnet("Ukjent dokumentid."),
        Svareksempel = Dokumenteksempel,
    };

    public static Innhold Bulk { get; } = new()
    {
        Kropp = Hendelsesskjemaer.Bulkbestilling,
        Kroppseksempel = $$"""{"dokumentidentifikator":["{{Id}}"]}""",
        Svar = Hendelsesskjemaer.Bulksvar,
        Svarbeskrivelse = "Hendelsesdokumentene som finnes; andre er utelatt.",
        Svareksempel = $$$"""{"oppslag":[{"dokumentidentifikator":"{{{Id}}}","hendelsedokument":{{{Dokumenteksempel}}}}]}""",
    };

    /// <param name="pakke">The code of the package.</param>
    /// <param name="medietyper">The forms of the feed.</param>
    public static Innhold Feed(string pakke, string[] medietyper)
    {
        const string Tid = "\"ajourholdstidspunkt\":\"2023-06-20T10:12:44.25+02:00\"";
        const string Nummer = $"\"folkeregisteridentifikator\":\"{Parameterkatalog.Eksempelperson}\"";
        var (skjema, hendelse) = pakke switch
        {
            "OMH" => (Hendelsesskjemaer.Liste,
                $"{Nummer},\"hendelsetype\":\"endringINavn\",\"hendelsesdokument\":\"{Id}\",\"persondokument\":\"{Personeksempler.Dokument}\",{Tid}"),
            "PRIVU" or "PREU" => (Hendelsesskjemaer.AnonymListe, $"\"hendelsetype\":\"endringIPerson\",{Tid}"),
            "PRIV" or "PRE" => (Hendelsesskjemaer.TynnListe, $"{Nummer},\"hendelsetype\":\"endringIPerson\",{Tid}"),
            _ => (Hendelsesskjemaer.TynnListe, $"{Nummer},\"hendelsetype\":\"endringINavn\",{Tid}"),
        };
        return new Innhold
        {
            Svar = skjema,
            Svarbeskrivelse = "Opp til 1 000 hendelser fra og med seq; en tom liste når det ikke er flere.",
            Svareksempel = $$$"""[{"sekvensnummer":512,"hendelse":{{{{hendelse}}}}}]""",
            Medietyper = medietyper,
        };
    }

    public static Innhold Sekvensnummer(string[] medietyper) => new()
    {
        Svar = Hendelsesskjemaer.Sekvensnummer,
        Svarbeskrivelse = "Det siste sekvensnummeret som pakken ser; 0 når det ikke er noen.",
        Svareksempel = "73105",
        Medietyper = medietyper,
    };
}
