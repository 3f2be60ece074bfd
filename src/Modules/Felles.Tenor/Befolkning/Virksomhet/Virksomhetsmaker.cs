using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Dokument;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>Makes organisations whose roles are held by people of one block, and by other organisations.</summary>
internal sealed class Virksomhetsmaker(Skisse skisse, Vanligliste vanlige)
{
    private readonly Datagrunnlag data = skisse.Data;
    private readonly Rollemaker roller = new(skisse, vanlige);

    public Enhet Fast(FastVirksomhet fast, int nummer)
    {
        var slump = Slump.For(skisse.Blokk.Plan.Froe, Formaal.Virksomhet, ~nummer);
        var form = fast.Navn.EndsWith(" AS", StringComparison.Ordinal) || fast.Navn.Length == 0 ? "AS" : "ASA";
        var navn = fast.Navn.Length > 0 ? fast.Navn : vanlige.Navn(form, ref slump);
        var kjentLeder = fast.Merknad.Contains(Navnevalg.DagligLederVist, StringComparison.Ordinal);
        return Lag(fast.Nummer, navn, form, roller.For(form, plass: -1, kjentLeder, ref slump), ref slump);
    }

    /// <summary>A unit, and for some of them the place where its people work.</summary>
    public IEnumerable<Enhet> Vanlig(int plass)
    {
        var (form, navn) = vanlige.Begynn(plass, out var slump);
        var enhet = Lag(vanlige.Nummer(plass), navn, form, roller.For(form, plass, kjentLeder: false, ref slump), ref slump);
        return enhet.AntallAnsatte > 0 && slump.Sann(0.5) ? [enhet, Underenhet(enhet, vanlige.Underenhet(plass))] : [enhet];
    }

    private static Enhet Underenhet(Enhet over, Organisasjonsnummer nummer) => new()
    {
        Organisasjonsnummer = nummer,
        Navn = over.Navn,
        Organisasjonsform = Organisasjonsform.MedKode("BEDR"),
        RegistreringsdatoEnhetsregisteret = over.RegistreringsdatoEnhetsregisteret,
        Naeringskode1 = over.Naeringskode1,
        AntallAnsatte = over.AntallAnsatte,
        OverordnetEnhet = over.Organisasjonsnummer,
        Beliggenhetsadresse = over.Forretningsadresse,
    };

    private Enhet Lag(Organisasjonsnummer nummer, string navn, string form, IReadOnlyList<Rollegruppe>? rollegrupper, ref Slump slump)
    {
        var stiftet = skisse.Blokk.Naa - 30 - (int)Math.Min(slump.Ventetid(Dag.Aar(9)), Dag.Aar(40));
        var naeringsdrivende = form is not ("FLI" or "ESEK");
        return new()
        {
            Organisasjonsnummer = nummer,
            Navn = navn,
            Organisasjonsform = Organisasjonsform.MedKode(form),
            RegistreringsdatoEnhetsregisteret = Skisse.Dato(Math.Min(stiftet + slump.Under(25), skisse.Blokk.Naa - 1)),
            RegistrertIMvaregisteret = naeringsdrivende && slump.Sann(0.6),
            RegistrertIForetaksregisteret = form is "AS" or "ASA" or "NUF" or "ANS",
            RegistrertIStiftelsesregisteret = false,
            RegistrertIFrivillighetsregisteret = form == "FLI" && slump.Sann(0.5),
            Naeringskode1 = naeringsdrivende ? data.Naeringskoder.Trekk(ref slump) : null,
            AntallAnsatte = form is "AS" or "ASA" or "NUF" && slump.Sann(0.55) ? 1 + (int)Math.Min(slump.Ventetid(8), 900) : 0,
            Forretningsadresse = Adresse(ref slump),
            Stiftelsesdato = Skisse.Dato(stiftet),
            Konkurs = slump.Sann(0.004),
            UnderAvvikling = slump.Sann(0.004),
            UnderTvangsavviklingEllerTvangsopplosning = slump.Sann(0.002),
            Maalform = slump.Sann(0.12) ? "Nynorsk" : "Bokmål",
            Rollegrupper = rollegrupper,
        };
    }

    private Adresse Adresse(ref Slump slump)
    {
        var bolig = new Bolig(data.Kommuner.Trekk(ref slump), Boligtype.Vegadresse, slump.Neste());
        var vei = Adresseforfatter.Vegadresse(data, bolig);
        return new()
        {
            Land = "Norge",
            Landkode = "NO",
            Postnummer = vei.Poststed!.Postnummer,
            Poststed = vei.Poststed.Poststedsnavn,
            Adresselinjer = [$"{vei.Adressenavn} {vei.Adressenummer!.Husnummer}{vei.Adressenummer.Husbokstav}"],
            Kommune = data.Kommuner[bolig.Kommune].Navn.ToUpperInvariant(),
            Kommunenummer = vei.Kommunenummer,
        };
    }
}
