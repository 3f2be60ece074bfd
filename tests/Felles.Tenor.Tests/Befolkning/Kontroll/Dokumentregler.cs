using System.Text.Json;
using Felles.Kernel.Identifikatorer;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Rules that one document alone can break: numbers, what is current, and dates.</summary>
internal static class Dokumentregler
{
    private static readonly string[] HarEnGjeldende = ["identifikasjonsnummer", "status", "kjoenn", "foedsel", "sivilstand", "navn"];

    private static readonly string[] HarHoeystEnGjeldende =
        ["bostedsadresse", "oppholdsadresse", "postadresse", "postadresseIUtlandet", "adressebeskyttelse"];

    // What may be written after a death: the death itself and the estate.
    private static readonly string[] EtterDoeden = ["doedsfall", "kontaktinformasjonForDoedsbo", "status"];

    public static IEnumerable<(string Regel, string Hva)> Sjekk(JsonElement person, DateOnly naa) =>
        Gjeldende(person).Concat(Nummer(person)).Concat(Datoer(person, naa)).Concat(Liv(person));

    private static IEnumerable<(string Regel, string Hva)> Gjeldende(JsonElement person)
    {
        foreach (var element in person.EnumerateObject())
        {
            if (person.Alle(element.Name).Any(oppfoering => !oppfoering.TryGetProperty("erGjeldende", out _)))
                yield return ("erGjeldende mangler", element.Name);
            var gyldig = person.Alle(element.Name).Where(o => !o.Gjelder()).Select(o => o.Dag("gyldighetstidspunkt")).ToArray();
            if (element.Name is not ("familierelasjon" or "foreldreansvar") && !gyldig.SequenceEqual(gyldig.OrderDescending()))
                yield return ("historikk er ikke nyeste foerst", element.Name);
        }

        foreach (var element in HarEnGjeldende.Where(element => person.Gjeldende(element).Count() != 1))
            yield return ("ikke en gjeldende", element);
        foreach (var element in HarHoeystEnGjeldende.Where(element => person.Gjeldende(element).Count() > 1))
            yield return ("flere gjeldende", element);
    }

    private static IEnumerable<(string Regel, string Hva)> Nummer(JsonElement person)
    {
        var foedt = person.Gjeldende("foedsel").FirstOrDefault().Dato("foedselsdato");
        var kvinne = person.Gjeldende("kjoenn").FirstOrDefault().Tekst("kjoenn") == "kvinne";
        foreach (var oppfoering in person.Alle("identifikasjonsnummer"))
        {
            var tekst = oppfoering.Tekst("foedselsEllerDNummer")!;
            if (!Folkeregisteridentifikator.TryParse(tekst, out var nummer) || !nummer.ErSyntetisk || !nummer.FoelgerRegel1964)
            {
                yield return ("ugyldig nummer", tekst);
                continue;
            }

            if ((nummer.Type == Identifikatortype.DNummer) != (oppfoering.Tekst("identifikatortype") == "dNummer"))
                yield return ("nummertype stemmer ikke", tekst);
            var dag = int.Parse(tekst[..2]) % 40;
            var maaned = int.Parse(tekst[2..4]) - 80;
            if (foedt is not { } dato || dato.Day != dag || dato.Month != maaned || dato.Year % 100 != int.Parse(tekst[4..6])
                || (nummer.Foedselsdato is { } fraNummer && fraNummer != dato))
                yield return ("nummer og foedselsdato", tekst);
            if ((tekst[8] - '0') % 2 == (kvinne ? 1 : 0))
                yield return ("nummer og kjoenn", tekst);
        }

        var status = person.Gjeldende("status").FirstOrDefault().Tekst("status");
        if (person.Gjeldende("identifikasjonsnummer").Any(n => n.Tekst("status") == "iBruk") == (status == "opphoert"))
            yield return ("nummer i bruk og personstatus", status ?? "");
    }

    private static IEnumerable<(string Regel, string Hva)> Datoer(JsonElement person, DateOnly naa)
    {
        var foedt = person.Gjeldende("foedsel").FirstOrDefault().Dato("foedselsdato") ?? DateOnly.MinValue;
        var doed = person.Alle("doedsfall").FirstOrDefault().Dato("doedsdato");
        foreach (var element in person.EnumerateObject())
        {
            foreach (var oppfoering in person.Alle(element.Name))
            {
                var skrevet = oppfoering.Dag("ajourholdstidspunkt");
                var fra = oppfoering.Dag("gyldighetstidspunkt");
                var til = oppfoering.Dag("opphoerstidspunkt");
                DateOnly?[] alle =
                [
                    fra, til, oppfoering.Dato("sivilstandsdato"), oppfoering.Dato("flyttedato"), oppfoering.Dato("utflyttingsdato"),
                    oppfoering.Dato("oppholdsadressedato"), oppfoering.Dato("ervervsdato"), oppfoering.Dato("startdatoForKontrakt"),
                    oppfoering.Dato("startdato"), oppfoering.Dato("oppholdFra"), oppfoering.Dato("attestutstedelsesdato"),
                ];
                if (alle.Any(dag => dag < foedt))
                    yield return ("dato foer foedsel", element.Name);
                if (doed is not null && !EtterDoeden.Contains(element.Name) && alle.Any(dag => dag > doed))
                    yield return ("dato etter doed", element.Name);
                if (alle.Append(skrevet).Any(dag => dag >= naa))
                    yield return ("dato i framtiden", element.Name);
                if (til < fra)
                    yield return ("opphoert foer gyldig", element.Name);
                if (skrevet < fra)
                    yield return ("skrevet foer det skjedde", element.Name);
            }
        }
    }


    private static IEnumerable<(string Regel, string Hva)> Liv(JsonElement person)
    {
        var status = person.Gjeldende("status").FirstOrDefault().Tekst("status");
        var doed = person.Alle("doedsfall").FirstOrDefault().Dato("doedsdato");
        if ((status == "doed") != (doed is not null))
            yield return ("doedsfall og status", status ?? "");
        if (doed < person.Gjeldende("foedsel").FirstOrDefault().Dato("foedselsdato"))
            yield return ("doed foer foedsel", "doedsfall");
        if ((status == "utflyttet") != person.Gjeldende("utflytting").Any())
            yield return ("utflytting og status", status ?? "");
        var kom = person.Alle("innflytting").FirstOrDefault().Dag("gyldighetstidspunkt");
        if (person.Alle("bostedsadresse").Any(bosted => bosted.Dag("gyldighetstidspunkt") < kom))
            yield return ("bosatt foer innflytting", "bostedsadresse");
    }
}
