namespace Felles.Enhetsregister.Dokument;

/// <summary>What a value must be.</summary>
internal enum Verditype
{
    Tekst,
    Dato,
    JaNei,
    Antall,
    Organisasjonsnummer,
    Personnummer,
    Organisasjonsform,
    Naeringskode,
    Landkode,
    FireSifre,
    Tekstliste,
    Objekt,
    Rollegrupper,
}

/// <summary>
/// A member that has rules. Members without a row are kept as they came: the open interface has more of them than are used here.
/// </summary>
internal sealed record Medlem(string Navn, Verditype Type, bool Paakrevd = false, int Lengst = 250, Medlem[]? Medlemmer = null);

/// <summary>The rules of a unit, member by member.</summary>
internal static class Medlemmer
{
    private static readonly Medlem[] Kodeverdi = [new("kode", Verditype.Tekst, true, 20), new("beskrivelse", Verditype.Tekst)];

    private static readonly Medlem[] Naeringskode = [new("kode", Verditype.Naeringskode, true), new("beskrivelse", Verditype.Tekst)];

    private static readonly Medlem[] Adresse =
    [
        new("land", Verditype.Tekst),
        new("landkode", Verditype.Landkode),
        new("postnummer", Verditype.Tekst, Lengst: 20),
        new("poststed", Verditype.Tekst),
        new("adresse", Verditype.Tekstliste),
        new("kommune", Verditype.Tekst),
        new("kommunenummer", Verditype.FireSifre),
    ];

    public static readonly Medlem[] Rolleperson =
    [
        new("foedselsnummer", Verditype.Personnummer, true),
        new("fodselsdato", Verditype.Dato),
        new("navn", Verditype.Objekt, Medlemmer:
        [
            new("fornavn", Verditype.Tekst),
            new("mellomnavn", Verditype.Tekst),
            new("etternavn", Verditype.Tekst),
        ]),
        new("erDoed", Verditype.JaNei),
    ];

    public static readonly Medlem[] Rollevirksomhet =
    [
        new("organisasjonsnummer", Verditype.Organisasjonsnummer, true),
        new("navn", Verditype.Tekst),
    ];

    public static readonly Medlem[] Rolle =
    [
        new("type", Verditype.Objekt, true, Medlemmer: Kodeverdi),
        new("person", Verditype.Objekt, Medlemmer: Rolleperson),
        new("virksomhet", Verditype.Objekt, Medlemmer: Rollevirksomhet),
        new("fratraadt", Verditype.JaNei),
        new("rekkefolge", Verditype.Antall),
    ];

    public static readonly Medlem[] Rollegruppe =
    [
        new("type", Verditype.Objekt, true, Medlemmer: Kodeverdi),
        new("sistEndret", Verditype.Dato),
    ];

    public static readonly Medlem[] Enhet =
    [
        new("organisasjonsnummer", Verditype.Organisasjonsnummer, true),
        new("navn", Verditype.Tekst, true),
        new("organisasjonsform", Verditype.Objekt, true, Medlemmer:
        [
            new("kode", Verditype.Organisasjonsform, true),
            new("beskrivelse", Verditype.Tekst),
        ]),
        new("hjemmeside", Verditype.Tekst, Lengst: 500),
        new("postadresse", Verditype.Objekt, Medlemmer: Adresse),
        new("registreringsdatoEnhetsregisteret", Verditype.Dato),
        new("registrertIMvaregisteret", Verditype.JaNei),
        new("registrertIForetaksregisteret", Verditype.JaNei),
        new("registrertIStiftelsesregisteret", Verditype.JaNei),
        new("registrertIFrivillighetsregisteret", Verditype.JaNei),
        new("naeringskode1", Verditype.Objekt, Medlemmer: Naeringskode),
        new("naeringskode2", Verditype.Objekt, Medlemmer: Naeringskode),
        new("naeringskode3", Verditype.Objekt, Medlemmer: Naeringskode),
        new("antallAnsatte", Verditype.Antall),
        new("overordnetEnhet", Verditype.Organisasjonsnummer),
        new("forretningsadresse", Verditype.Objekt, Medlemmer: Adresse),
        new("beliggenhetsadresse", Verditype.Objekt, Medlemmer: Adresse),
        new("stiftelsesdato", Verditype.Dato),
        new("institusjonellSektorkode", Verditype.Objekt, Medlemmer: Kodeverdi),
        new("konkurs", Verditype.JaNei),
        new("underAvvikling", Verditype.JaNei),
        new("underTvangsavviklingEllerTvangsopplosning", Verditype.JaNei),
        new("maalform", Verditype.Tekst, Lengst: 20),
        new("slettedato", Verditype.Dato),
        new("rollegrupper", Verditype.Rollegrupper),
    ];
}
