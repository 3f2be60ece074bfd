using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Skjemaer;

/// <summary>
/// Where the entries of an event document differ from those of the person document (OpenAPI 1.5, Hendelsedokument 1.4): no
/// <c>erGjeldende</c>; the status of an identity basis under the one name or the other; the start of a stay on Svalbard optional.
/// </summary>
internal static class Hendelsesfelter
{
    private const string Status = "identitetsgrunnlagstatus";

    public static IEnumerable<Skjemafelt> Av(Skjematype type)
    {
        foreach (var felt in type.Felter.ToArray())
        {
            if (felt.Navn == Status)
            {
                yield return Kopi(felt, felt.Navn, felt.Minst, Status);
                yield return Kopi(felt, "legitimasjonskontroll", felt.Minst, Status);
            }
            else if (type.Navn == "OppholdPaaSvalbard" && felt.Navn == "startdato")
                yield return Kopi(felt, felt.Navn, 0, null);
            else if (felt.Navn != "erGjeldende")
                yield return felt;
        }
    }

    private static Skjemafelt Kopi(Skjemafelt felt, string navn, int minst, string? ettAv) => new()
    {
        Navn = navn,
        Form = felt.Form,
        Minst = minst,
        Hoeyst = felt.Hoeyst,
        Liste = felt.Liste,
        EttAv = ettAv,
        Kodeliste = felt.Kodeliste,
        Koder = felt.Koder,
    };
}
