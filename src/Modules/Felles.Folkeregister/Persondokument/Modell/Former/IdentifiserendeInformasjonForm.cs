using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class IdentifiserendeInformasjonForm
{
    public static void Skriv(Wireskriver ut, IdentifiserendeInformasjon v)
    {
        ut.Start();
        ut.Navn("\"personnavn\":"u8);
        PersonnavnForm.Skriv(ut, v.Personnavn);
        ut.Dato("\"foedselsdato\":"u8, v.Foedselsdato);
        ut.Tekster("\"statsborgerskap\":["u8, v.Statsborgerskap);
        ut.Kode("\"kjoenn\":"u8, v.Kjoenn);
        ut.Slutt();
    }

    public static IdentifiserendeInformasjon Les(ref Utf8JsonReader inn)
    {
        Personnavn? personnavn = null;
        DateOnly? foedselsdato = null;
        Liste<string> statsborgerskap = default;
        Kjoenn? kjoenn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("personnavn"u8))
                personnavn = inn.LesObjekt(PersonnavnForm.Les);
            else if (inn.ValueTextEquals("foedselsdato"u8))
                foedselsdato = inn.LesDato();
            else if (inn.ValueTextEquals("statsborgerskap"u8))
                statsborgerskap = inn.LesTekster();
            else if (inn.ValueTextEquals("kjoenn"u8))
                kjoenn = inn.LesKode<Kjoenn>();
            else
                inn.HoppOver();
        }

        return new()
        {
            Personnavn = personnavn ?? throw Wirelesing.Mangler("personnavn"),
            Foedselsdato = foedselsdato,
            Statsborgerskap = statsborgerskap,
            Kjoenn = kjoenn,
        };
    }
}
