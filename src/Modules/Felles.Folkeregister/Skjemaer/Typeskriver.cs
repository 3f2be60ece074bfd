using System.Text;
using System.Xml;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Skjemaer;

/// <summary>
/// The types of the person document as XML Schema, from the same table that drives reading and writing. Entries extend the type of the
/// metadata that stand first in them; closed code lists are enumerations, open ones plain text.
/// </summary>
internal sealed class Typeskriver(Xsdskriver ut, Func<Skjematype, IEnumerable<Skjemafelt>> felter)
{
    private const string Telletall = "Telletall";

    private readonly SortedDictionary<string, Skjemafelt> enkle = new(StringComparer.Ordinal);

    /// <summary>Every type below the document, in the order of the table, and the simple types that they use.</summary>
    public void Typer()
    {
        foreach (var type in Personskjema.AlleTyper.Where(type => type != Personskjema.Person))
            Type(type);
        foreach (var (navn, felt) in enkle)
            Enkel(navn, felt);
    }

    public void Medlem(Skjemafelt felt, bool paakrevd) =>
        ut.Element(felt.Navn, Typenavn(felt), paakrevd ? felt.Minst : 0, felt.Hoeyst);

    private void Type(Skjematype type)
    {
        var egne = felter(type).ToList();
        var utvider = type != Personskjema.Opplysning && type.Felter.Length >= Personskjema.Opplysning.Felter.Length
            && type.Felter[0].Navn == Personskjema.Opplysning.Felter[0].Navn;
        ut.Start("complexType", ("name", type.Navn));
        if (utvider)
        {
            var arvede = Personskjema.Opplysning.Felter.ToArray().Select(felt => felt.Navn).ToHashSet(StringComparer.Ordinal);
            egne.RemoveAll(felt => arvede.Contains(felt.Navn));
            ut.Start("complexContent");
            ut.Start("extension", ("base", nameof(Personskjema.Opplysning)));
        }

        ut.Start("sequence");
        for (var nr = 0; nr < egne.Count; nr++)
        {
            if (egne[nr].EttAv is not { } valg)
            {
                Medlem(egne[nr], Valgfrie.AlltidMed(egne[nr]));
                continue;
            }

            ut.Start("choice");
            ut.Grenser(Valgfrie.AlltidEttAv(type, valg) ? 1 : 0, 1);
            for (; nr < egne.Count && egne[nr].EttAv == valg; nr++)
                ut.Element(egne[nr].Navn, Typenavn(egne[nr]));
            ut.Slutt();
            nr--;
        }

        ut.Slutt();
        if (utvider)
        {
            ut.Slutt();
            ut.Slutt();
        }

        ut.Slutt();
    }

    private string Typenavn(Skjemafelt felt)
    {
        var navn = felt.Form switch
        {
            Verdiform.Objekt => felt.Type!.Navn,
            Verdiform.Boolsk => "xs:boolean",
            Verdiform.Dato => "xs:date",
            Verdiform.Tidspunkt => "xs:dateTime",
            Verdiform.Heltall => Telletall,
            Verdiform.Kode => felt.Kodeliste!,
            Verdiform.Tekst => $"Tekst{felt.Kortest}til{felt.Lengst}",
            _ => felt.Form.ToString(),
        };
        if (felt.Form != Verdiform.Objekt && !navn.StartsWith("xs:", StringComparison.Ordinal))
            enkle[navn] = felt;
        return navn;
    }

    private void Enkel(string navn, Skjemafelt felt)
    {
        if (felt.Form == Verdiform.Kode)
            ut.Begrensning(navn, "xs:string", [.. felt.Koder.Select(kode => ("enumeration", Encoding.UTF8.GetString(kode)))]);
        else if (felt.Form == Verdiform.Tekst)
            ut.Begrensning(
                navn, "xs:string", ("minLength", XmlConvert.ToString(felt.Kortest)), ("maxLength", XmlConvert.ToString(felt.Lengst)));
        else if (felt.Form == Verdiform.Heltall)
            ut.Begrensning(navn, "xs:int", ("minInclusive", "0"));
        else
            ut.Begrensning(navn, "xs:string", ("pattern", Verdimoenster.For(felt.Form)!));
    }
}
