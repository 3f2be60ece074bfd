using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class GraderingAvAdresseForm
{
    public static void Skriv(Wireskriver ut, GraderingAvAdresse v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Gradering("\"graderingsnivaa\":"u8, v.Graderingsnivaa);
        ut.Slutt();
    }

    public static GraderingAvAdresse Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Adressegradering? graderingsnivaa = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("graderingsnivaa"u8))
                graderingsnivaa = inn.LesKode<Adressegradering>();
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
            Graderingsnivaa = graderingsnivaa ?? throw Wirelesing.Mangler("graderingsnivaa"),
        };
    }
}
