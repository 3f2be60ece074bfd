using Felles.Folkeregister.Persondokument.Skjema;

namespace Felles.Folkeregister.Skjemaer;

/// <summary>
/// The XML schemas of Folkeregisteret, made from the table of the person document (<c>persondokument.csv</c>), so that each fact stands in
/// one place. They describe answers of every package: what some package does not get is optional. Copies for readers stand in
/// <c>docs/xsd/</c>.
/// </summary>
internal static class Xmlskjemaer
{
    public const string PersonNavnerom = "folkeregisteret:tilgjengeliggjoering:person:v1";
    public const string HendelseNavnerom = "folkeregisteret:tilgjengeliggjoering:hendelse:v1";

    // korrigereHistorisk is defined and not in use.
    private static readonly string[] Entitetsendringer = ["registrereNy", "korrigere", "annullere", "korrigereHistorisk"];

    /// <summary><c>personer/xsd</c>: the element <c>folkeregisterperson</c>.</summary>
    public static byte[] Person()
    {
        using var ut = new Xsdskriver(
            PersonNavnerom, "Persondokumentet i Folkeregisteret, slik rettighetspakkene får det: det en pakke ikke får, mangler i svaret.");
        var typer = new Typeskriver(ut, static type => type.Felter.ToArray());
        ut.Element("folkeregisterperson", nameof(Contracts.Personmodell.Folkeregisterperson));
        ut.Start("complexType", ("name", nameof(Contracts.Personmodell.Folkeregisterperson)));
        ut.Start("sequence");
        foreach (var element in Personskjema.Person.Felter)
            typer.Medlem(element, paakrevd: false);
        ut.Slutt();
        ut.Slutt();
        typer.Typer();
        return ut.Ferdig();
    }

    /// <summary><c>hendelser/xsd</c>: the element <c>dokumentForHendelse</c>. Entries are as in the person document, without
    /// <c>erGjeldende</c>.</summary>
    public static byte[] Hendelse()
    {
        using var ut = new Xsdskriver(HendelseNavnerom, "Hendelsesdokumentet i Folkeregisteret: hva en hendelse endret.");
        var typer = new Typeskriver(ut, Hendelsesfelter.Av);
        ut.Element("dokumentForHendelse", "DokumentForHendelse");
        Objekt(ut, "DokumentForHendelse", () =>
        {
            ut.Element("dokumentidentifikator", "xs:string");
            ut.Element("skjemaversjon", "xs:string");
            ut.Element("hendelse", "Hendelse");
        });
        Objekt(ut, "Hendelse", () =>
        {
            ut.Element("folkeregisteridentifikator", "Personidentifikator");
            // New types of events are no new version, so the list is open.
            ut.Element("hendelsestype", "xs:string");
            ut.Element("ajourholdstidspunkt", "xs:dateTime");
            ut.Element("egenskapshendelse", "Egenskapshendelse", 0, int.MaxValue);
            ut.Element("hendelsesaarsakIDsf", "xs:string", 0);
        });
        Objekt(ut, "Egenskapshendelse", () =>
        {
            ut.Start("choice", ("minOccurs", "0"));
            foreach (var element in Personskjema.Person.Felter)
                ut.Element(element.Navn, element.Type!.Navn);
            ut.Slutt();
            ut.Element("entitet", "xs:string");
            ut.Element("entitetsendring", "Entitetsendring");
        });
        ut.Begrensning("Entitetsendring", "xs:string", [.. Entitetsendringer.Select(verdi => ("enumeration", verdi))]);
        typer.Typer();
        return ut.Ferdig();
    }

    /// <summary><c>hendelser/feedxsd</c>: the element <c>lagretHendelse</c> in the content of an Atom entry.</summary>
    public static byte[] Feed()
    {
        using var ut = new Xsdskriver(
            HendelseNavnerom, "Innholdet i en Atom-entry i hendelseslisten. Pekere og identifikator mangler i pakker som ikke får dem.");
        ut.Element("lagretHendelse", "LagretHendelse");
        Objekt(ut, "LagretHendelse", () =>
        {
            ut.Element("sekvensnummer", "xs:long");
            ut.Element("hendelse", "HendelseIFeed");
        });
        Objekt(ut, "HendelseIFeed", () =>
        {
            ut.Element("folkeregisteridentifikator", "xs:string", 0);
            ut.Element("hendelsetype", "xs:string");
            ut.Element("hendelsesdokument", "xs:string", 0);
            ut.Element("persondokument", "xs:string", 0);
            ut.Element("ajourholdstidspunkt", "xs:dateTime");
        });
        return ut.Ferdig();
    }

    private static void Objekt(Xsdskriver ut, string navn, Action medlemmer)
    {
        ut.Start("complexType", ("name", navn));
        ut.Start("sequence");
        medlemmer();
        ut.Slutt();
        ut.Slutt();
    }
}
