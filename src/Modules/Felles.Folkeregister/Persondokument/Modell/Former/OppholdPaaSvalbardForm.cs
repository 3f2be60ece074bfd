using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class OppholdPaaSvalbardForm
{
    public static void Skriv(Wireskriver ut, OppholdPaaSvalbard v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"antattOppholdsvarighet\":"u8, v.AntattOppholdsvarighet);
        ut.Dato("\"startdato\":"u8, v.Startdato);
        ut.Dato("\"sluttdato\":"u8, v.Sluttdato);
        ut.Tekst("\"fraflyttingsland\":"u8, v.Fraflyttingsland);
        ut.Tekst("\"fraflyttingskommunenummer\":"u8, v.Fraflyttingskommunenummer);
        ut.Heltall("\"antallTidligereOpphold\":"u8, v.AntallTidligereOpphold);
        ut.Slutt();
    }

    public static OppholdPaaSvalbard Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        AntattOppholdsvarighet? antattOppholdsvarighet = null;
        DateOnly? startdato = null;
        DateOnly? sluttdato = null;
        string? fraflyttingsland = null;
        string? fraflyttingskommunenummer = null;
        int? antallTidligereOpphold = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("antattOppholdsvarighet"u8))
                antattOppholdsvarighet = inn.LesKode<AntattOppholdsvarighet>();
            else if (inn.ValueTextEquals("startdato"u8))
                startdato = inn.LesDato();
            else if (inn.ValueTextEquals("sluttdato"u8))
                sluttdato = inn.LesDato();
            else if (inn.ValueTextEquals("fraflyttingsland"u8))
                fraflyttingsland = inn.LesTekst();
            else if (inn.ValueTextEquals("fraflyttingskommunenummer"u8))
                fraflyttingskommunenummer = inn.LesTekst();
            else if (inn.ValueTextEquals("antallTidligereOpphold"u8))
                antallTidligereOpphold = inn.LesHeltall();
            else
                inn.HoppOver();
        }

        return new()
        {
            Ajourholdstidspunkt = om.Ajourholdstidspunkt,
            ErGjeldende = om.ErGjeldende,
            Kilde = om.Kilde,
            Aarsak = om.Aarsak,
            Gyldighetstidspunkt = om.Gyldighetstidspunkt,
            Opphoerstidspunkt = om.Opphoerstidspunkt,
            AntattOppholdsvarighet = antattOppholdsvarighet ?? throw Wirelesing.Mangler("antattOppholdsvarighet"),
            Startdato = startdato ?? throw Wirelesing.Mangler("startdato"),
            Sluttdato = sluttdato,
            Fraflyttingsland = fraflyttingsland,
            Fraflyttingskommunenummer = fraflyttingskommunenummer,
            AntallTidligereOpphold = antallTidligereOpphold,
        };
    }
}
