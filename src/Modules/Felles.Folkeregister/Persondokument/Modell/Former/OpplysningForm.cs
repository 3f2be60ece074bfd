using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class OpplysningForm
{
    public static void Skriv(Wireskriver ut, Opplysning v)
    {
        ut.Tid("\"ajourholdstidspunkt\":"u8, v.Ajourholdstidspunkt);
        ut.Boolsk("\"erGjeldende\":"u8, v.ErGjeldende);
        ut.Tekst("\"kilde\":"u8, v.Kilde);
        ut.Tekst("\"aarsak\":"u8, v.Aarsak);
        ut.Tid("\"gyldighetstidspunkt\":"u8, v.Gyldighetstidspunkt);
        ut.Tid("\"opphoerstidspunkt\":"u8, v.Opphoerstidspunkt);
    }
}
