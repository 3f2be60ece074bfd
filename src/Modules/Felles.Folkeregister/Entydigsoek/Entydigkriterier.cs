using Felles.Folkeregister.Soek.Kriterier;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Entydigsoek;

/// <summary>
/// The parameters of <c>personer/entydigsoek</c> and the combinations that give <i>rett til treff</i> (documentation "Oppslag"; the OpenAPI
/// document has two more). Each has a first name and a last name, but for birth date with a document or a number of another country.
/// </summary>
internal static class Entydigkriterier
{
    private const string Utenlandsk = "utenlandskPersonidentifikasjon";
    private const string Dokument = "legitimasjonsdokument";
    private const string Duf = "utlendingsmyndighetenesIdentifikasjonsnummer";

    private static readonly string[] Alle =
    [
        "identifikasjonsnummer", "navn", "foedselsdato", "postnummer", "adressenavn", "husnummer", "soekFonetisk", "opplysningsgrunnlag",
    ];

    private static readonly string[] MedPapirer = [.. Alle, Utenlandsk, Dokument];

    private static readonly string[] MedDuf = [.. MedPapirer, Duf];

    public static Soekeparametre LesParametre(string? spoerring, string pakke) => Soekeparametre.Les(
        spoerring, pakke switch { "OMH" => MedDuf, "EID" => MedPapirer, _ => Alle }, medDeler: true);

    /// <summary>The criteria; a fault is left with the parameters.</summary>
    public static Soekekriterier Les(Soekeparametre p)
    {
        var fonetisk = p.Ja("soekFonetisk");
        var ord = p.Ord(minst: 2);
        List<(Nummerslag Slag, long Nummer)> numre = [];
        Legg(Nummerslag.UtenlandskPersonidentifikasjon, p.Landnummer(Utenlandsk, Nummerslag.UtenlandskPersonidentifikasjon));
        Legg(Nummerslag.Legitimasjonsdokument, p.Landnummer(Dokument, Nummerslag.Legitimasjonsdokument));
        Legg(Nummerslag.Utlendingsmyndighet, p.Fritt(Duf, Nummerslag.Utlendingsmyndighet));
        var identifikator = p.Identifikator("identifikasjonsnummer")?.Value;
        var foedselsdato = p.Dato("foedselsdato");
        var postnummer = p.Sifre("postnummer", 4);
        var adressenavn = p.Gate();
        var hus = p.Hus();
        var historisk = p.Historisk();
        var uten = identifikator is null && foedselsdato is null && postnummer is null && numre.Count == 0;
        var papirer = foedselsdato is not null && numre.Exists(n => n.Slag != Nummerslag.Utlendingsmyndighet);
        if (ord.Length == 0 && !papirer)
            p.Avvis("Søket gir ikke rett til treff: navn mangler.");
        else if (hus is not null && adressenavn is null)
            p.Avvis("husnummer krever adressenavn.");
        else if (uten && adressenavn is null)
            p.Avvis("Søket gir ikke rett til treff: navn må kombineres med identifikasjonsnummer, fødselsdato, adresse eller postnummer.");
        return new Soekekriterier
        {
            Navn = [.. ord.Select((ett, nr) => Soekeord.Av(ett, fonetisk, Del(nr, ord.Length)))],
            Identifikator = identifikator,
            Foedselsdato = foedselsdato,
            // With the street alone the house number may be left out only where the address has none.
            Adresse = postnummer is null && adressenavn is null
                ? null
                : new Adressekriterium { Gate = adressenavn, Postnummer = postnummer, Hus = hus ?? (uten ? (0, "") : null) },
            Numre = numre,
            Historisk = historisk,
            MedDoede = true,
            MaksTreff = 1,
        };

        void Legg(Nummerslag slag, long? nummer)
        {
            if (nummer is { } verdi)
                numre.Add((slag, verdi));
        }
    }

    private static Navnedel? Del(int nr, int antall) =>
        nr == 0 ? Navnedel.Fornavn : nr == antall - 1 ? Navnedel.Etternavn : null;
}
