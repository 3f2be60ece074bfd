namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Rules between parents and children, guardians and wards.</summary>
internal static class Slektsregler
{
    private static readonly DateOnly Medmorskap = new(2009, 1, 1);

    public static IEnumerable<(string Regel, string Hva)> Sjekk(
        Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle, DateOnly naa) =>
        Gjensidig(person, alle).Concat(Foreldre(person, alle)).Concat(Ansvar(person, alle, naa)).Concat(Andre(person, alle, naa));

    private static IEnumerable<(
        string Regel, string Hva)> Gjensidig(Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle)
    {
        foreach (var relasjon in person.Relasjoner)
        {
            if (!alle.TryGetValue(relasjon.Nummer, out var annen))
                yield return ("relasjon til ukjent person", relasjon.Nummer);
            else if (!annen.Relasjoner.Contains(new(person.Nummer, relasjon.MinRolle, relasjon.Rolle, relasjon.Gjelder)))
                yield return ("relasjon i en retning", $"{relasjon.Rolle}/{relasjon.MinRolle}");
            if (relasjon.Rolle is "mor" or "far" or "medmor" && relasjon.MinRolle != "barn")
                yield return ("rollene passer ikke", $"{relasjon.Rolle}/{relasjon.MinRolle}");
        }

        if (person.Relasjoner.Count(r => r.Rolle == "mor") > 1 || person.Relasjoner.Count(r => r.Rolle is "far" or "medmor") > 1)
            yield return ("for mange foreldre", "familierelasjon");
    }

    private static IEnumerable<(string Regel, string Hva)> Foreldre(Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle)
    {
        foreach (var relasjon in person.Relasjoner.Where(r => r.MinRolle == "barn" && alle.ContainsKey(r.Nummer)))
        {
            var forelder = alle[relasjon.Nummer];
            var alder = forelder.Alder(person.Foedt);
            if (forelder.Foedt >= person.Foedt)
                yield return ($"barn eldre enn {relasjon.Rolle}", $"{person.Foedt} {forelder.Foedt}");
            else if (alder < 16 || (relasjon.Rolle == "mor" && alder > 50))
                yield return ($"alder ved foedsel", $"{relasjon.Rolle} {alder}");
            if (forelder.Kvinne != (relasjon.Rolle != "far") || (relasjon.Rolle == "medmor" && person.Foedt < Medmorskap))
                yield return ("forelder med annet kjoenn", relasjon.Rolle);
            if (relasjon.Rolle == "mor" ? forelder.Doed < person.Foedt : forelder.Doed < person.Foedt.AddDays(-300))
                yield return ("foedt etter forelderens doed", relasjon.Rolle);
        }

        var barn = person.Relasjoner.Where(r => r.MinRolle == "mor" && alle.ContainsKey(r.Nummer))
            .Select(r => alle[r.Nummer].Foedt.DayNumber).Order().ToArray();
        if (barn.Zip(barn.Skip(1)).Any(par => par.Second - par.First is > 0 and < 270))
            yield return ("for kort mellom barn", string.Join(' ', barn));
    }

    private static IEnumerable<(string Regel, string Hva)> Ansvar(
        Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle, DateOnly naa)
    {
        foreach (var ansvar in person.Ansvar)
        {
            var omvendt = new Ansvar(person.Nummer, ansvar.Form, !ansvar.JegErBarnet);
            if (!alle.TryGetValue(ansvar.Nummer, out var annen) || !annen.Ansvar.Contains(omvendt))
                yield return ("foreldreansvar i en retning", ansvar.Form);
            else if ((ansvar.JegErBarnet ? annen : person).Doed is not null || (ansvar.JegErBarnet ? person : annen).Alder(naa) >= 18)
                yield return ("foreldreansvar kan ikke vaere gjeldende", ansvar.Form);
        }

        var ansvarlige = person.Ansvar.Where(a => a.JegErBarnet).ToArray();
        if (ansvarlige.Length > 0 && (ansvarlige.Any(a => a.Form == "felles") ? ansvarlige.Length != 2 : ansvarlige.Length != 1))
            yield return ("foreldreansvar og antall", string.Join(' ', ansvarlige.Select(a => a.Form)));
        if (person.Status == "bosatt" && person.Alder(naa) < 18 && ansvarlige.Length == 0 && person.Verger.Count == 0)
            yield return ("barn uten ansvarlig", person.Status);
    }

    private static IEnumerable<(string Regel, string Hva)> Andre(
        Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle, DateOnly naa)
    {
        foreach (var verge in person.Verger.OfType<string>())
        {
            if (!alle.TryGetValue(verge, out var annen) || annen == person
                || annen.Status != "bosatt" || annen.Alder(naa) < 18 || annen.Verger.Count > 0)
                yield return ("verge kan ikke vaere verge", verge);
        }

        if (person.Etterlatt is { } etterlatt
            && (!alle.TryGetValue(etterlatt, out var kontakt) || kontakt.Doed is not null || kontakt.Alder(naa) < 18))
            yield return ("kontakt for doedsbo", etterlatt);
        if (person.RettIdentitet is { } rett && (!alle.TryGetValue(rett, out var ekte) || ekte == person))
            yield return ("rett identitet finnes ikke", rett);
        var hjem = person.Relasjoner.Where(r => r.MinRolle == "barn" && alle.ContainsKey(r.Nummer)).Select(r => alle[r.Nummer])
            .Where(forelder => forelder.Status == "bosatt" && forelder.Bolig is not null).ToArray();
        var liten = person.Status == "bosatt" && person.Alder(naa) < 16;
        if (liten && hjem.Length > 0 && person.Bolig is not null && hjem.All(forelder => forelder.Bolig != person.Bolig))
            yield return ("lite barn bor ikke hos noen forelder", person.Bolig);
        if (person.DeltBolig is { } delt && (delt == person.Bolig || hjem.All(forelder => forelder.Bolig != delt)))
            yield return ("delt bosted er ikke hos en forelder", delt);
    }
}
