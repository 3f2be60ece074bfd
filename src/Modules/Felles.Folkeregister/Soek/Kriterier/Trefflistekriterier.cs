using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Soek.Kriterier;

/// <summary>The parameters of <c>personer/soek</c>.</summary>
internal static class Trefflistekriterier
{
    private static readonly string[] Kjente =
    [
        "navn", "kjoenn", "foedselsdato", "foedselsaarFraOgMed", "foedselsaarTilOgMed", "adressenavn", "husnummer", "postnummer", "kommunenummer",
        "fylkesnummer", "inkluderOppholdsadresse", "soekFonetisk", "inkluderDoede", "opplysningsgrunnlag", "maksTreff",
    ];

    private static readonly string[] KjenteMedBruksenhet = [.. Kjente, "bruksenhetsnummer"];

    /// <param name="spoerring">The query with its question mark.</param>
    /// <param name="medBruksenhet">Whether dwellings may be searched for.</param>
    public static (Soekekriterier? Kriterier, Avvisning? Avvisning) Les(string? spoerring, bool medBruksenhet)
    {
        var p = Soekeparametre.Les(spoerring, medBruksenhet ? KjenteMedBruksenhet : Kjente, medDeler: false);
        var fonetisk = p.Ja("soekFonetisk");
        var kriterier = new Soekekriterier
        {
            Navn = [.. p.Ord(minst: 1).Select(ord => Soekeord.Av(ord, fonetisk, del: null))],
            Adresse = Adresse(p),
            Kjoenn = p.Kjoenn(),
            Foedselsdato = p.Dato("foedselsdato"),
            Foedselsaar = Aar(p),
            MedDoede = p.Ja("inkluderDoede"),
            Historisk = p.Historisk(),
            MaksTreff = p.Tall("maksTreff", 1, Soekekriterier.MaksAlle) ?? Soekekriterier.MaksAlle,
        };
        return p.Feil is null ? (kriterier, null) : (null, p.Feil);
    }

    private static (short Fra, short Til)? Aar(Soekeparametre p)
    {
        var (fra, til) = (p.Sifre("foedselsaarFraOgMed", 4), p.Sifre("foedselsaarTilOgMed", 4));
        if (fra > til)
            p.Avvis("foedselsaarFraOgMed er etter foedselsaarTilOgMed.");
        return fra is null && til is null ? null : ((short)(fra ?? 0), (short)(til ?? 9999));
    }

    private static Adressekriterium? Adresse(Soekeparametre p)
    {
        var adresse = new Adressekriterium
        {
            Gate = p.Gate(),
            Hus = p.Hus(),
            Postnummer = p.Sifre("postnummer", 4),
            Kommunenummer = p.Sifre("kommunenummer", 4),
            Fylkesnummer = p.Sifre("fylkesnummer", 2),
            Bruksenhetsnummer = p.Bruksenhet(),
            MedOpphold = p.Ja("inkluderOppholdsadresse"),
        };
        if ((adresse.Gate ?? (object?)adresse.Postnummer ?? adresse.Kommunenummer ?? adresse.Fylkesnummer) is not null)
            return adresse;
        // A number of a house says nothing without a street or a place, and would have to be looked for in every home of the country.
        if (adresse.Hus is not null || adresse.Bruksenhetsnummer is not null)
            p.Avvis("husnummer og bruksenhetsnummer krever adressenavn, postnummer, kommunenummer eller fylkesnummer.");
        return null;
    }
}
