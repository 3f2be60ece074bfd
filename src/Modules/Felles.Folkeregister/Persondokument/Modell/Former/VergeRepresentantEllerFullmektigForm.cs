using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class VergeRepresentantEllerFullmektigForm
{
    public static void Skriv(Wireskriver ut, VergeRepresentantEllerFullmektig v)
    {
        ut.Start();
        if (v.Navn is { } navn)
        {
            ut.Navn("\"navn\":"u8);
            PersonnavnForm.Skriv(ut, navn);
        }

        if (v.NavnFoedselsdato is { } navnFoedselsdato)
        {
            ut.Navn("\"navnFoedselsdato\":"u8);
            IdentifiserendeInformasjonForm.Skriv(ut, navnFoedselsdato);
        }

        ut.Identifikator("\"foedselsEllerDNummer\":"u8, v.FoedselsEllerDNummer);
        ut.Kode("\"omfang\":"u8, v.Omfang);
        ut.Boolsk("\"omfangetErInnenPersonligOmraade\":"u8, v.OmfangetErInnenPersonligOmraade);
        ut.Liste("\"tjenesteomraade\":["u8, v.Tjenesteomraade, VergeTjenesteomraadeForm.Skriv);
        ut.Slutt();
    }

    public static VergeRepresentantEllerFullmektig Les(ref Utf8JsonReader inn)
    {
        Personnavn? navn = null;
        IdentifiserendeInformasjon? navnFoedselsdato = null;
        Folkeregisteridentifikator? foedselsEllerDNummer = null;
        Vergemaalsomfang? omfang = null;
        bool? omfangetErInnenPersonligOmraade = null;
        Liste<VergeTjenesteomraade> tjenesteomraade = default;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("navn"u8))
                navn = inn.LesObjekt(PersonnavnForm.Les);
            else if (inn.ValueTextEquals("navnFoedselsdato"u8))
                navnFoedselsdato = inn.LesObjekt(IdentifiserendeInformasjonForm.Les);
            else if (inn.ValueTextEquals("foedselsEllerDNummer"u8))
                foedselsEllerDNummer = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("omfang"u8))
                omfang = inn.LesKode<Vergemaalsomfang>();
            else if (inn.ValueTextEquals("omfangetErInnenPersonligOmraade"u8))
                omfangetErInnenPersonligOmraade = inn.LesBoolsk();
            else if (inn.ValueTextEquals("tjenesteomraade"u8))
                tjenesteomraade = inn.LesListe(VergeTjenesteomraadeForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            Navn = navn,
            NavnFoedselsdato = navnFoedselsdato,
            FoedselsEllerDNummer = foedselsEllerDNummer,
            Omfang = omfang,
            OmfangetErInnenPersonligOmraade = omfangetErInnenPersonligOmraade,
            Tjenesteomraade = tjenesteomraade,
        };
    }
}
