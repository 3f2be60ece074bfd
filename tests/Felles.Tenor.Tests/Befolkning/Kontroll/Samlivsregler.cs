namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Rules between spouses and partners.</summary>
internal static class Samlivsregler
{
    private static readonly string[] Varer = ["gift", "separert", "registrertPartner", "separertPartner"];
    private static readonly string[] Partnerskap = ["registrertPartner", "separertPartner", "skiltPartner", "gjenlevendePartner"];
    private static readonly DateOnly Partnerskapslov = new(1993, 8, 1);
    private static readonly DateOnly FellesEkteskapslov = new(2009, 1, 1);

    public static IEnumerable<(string Regel, string Hva)> Sjekk(Kontrollperson person, IReadOnlyDictionary<string, Kontrollperson> alle)
    {
        var naa = person.Sivilstand.FirstOrDefault(s => s.Gjelder);
        if (naa is not null)
        {
            foreach (var brudd in Naa(person, naa, alle))
                yield return brudd;
        }

        if (person.Relasjoner.Count(r => r.Rolle == "ektefelleEllerPartner" && r.Gjelder) > 1)
            yield return ("flere ektefeller", "familierelasjon");
        foreach (var vigsel in person.Sivilstand.Where(s => s.Type is "gift" or "registrertPartner"))
        {
            if (vigsel.Dato < person.Foedt.AddYears(18))
                yield return ("gift foer 18", $"{vigsel.Dato}");
            if (vigsel.Med is null || !alle.TryGetValue(vigsel.Med, out var annen))
            {
                yield return ("ektefelle finnes ikke", vigsel.Med ?? "");
                continue;
            }

            if (!annen.Sivilstand.Any(s => s.Med == person.Nummer && s.Type == vigsel.Type && s.Dato == vigsel.Dato))
                yield return ("vigsel i en retning", $"{vigsel.Dato}");
            if (!person.Relasjoner.Any(r => r.Nummer == vigsel.Med && r.Rolle == "ektefelleEllerPartner"))
                yield return ("ektefelle uten relasjon", vigsel.Type);
            if (vigsel.Dato > person.Doed || vigsel.Dato > annen.Doed)
                yield return ("gift etter doed", $"{vigsel.Dato}");
            foreach (var brudd in Form(person, annen, vigsel))
                yield return brudd;
        }
    }

    private static IEnumerable<(string Regel, string Hva)> Naa(
        Kontrollperson person, Vigsel naa, IReadOnlyDictionary<string, Kontrollperson> alle)
    {
        var annen = naa.Med is null ? null : alle.GetValueOrDefault(naa.Med);
        if (Varer.Contains(naa.Type) && person.Doed is null)
        {
            var deres = annen?.Sivilstand.FirstOrDefault(s => s.Gjelder);
            if (annen is null || annen.Doed is not null || deres?.Med != person.Nummer || deres.Type != naa.Type || deres.Dato != naa.Dato)
                yield return ("ektefelle uten ektefelle", naa.Type);
        }

        if (naa.Type is "enkeEllerEnkemann" or "gjenlevendePartner" && (annen?.Doed is null || annen.Doed != naa.Dato))
            yield return ("gjenlevende etter en som lever", naa.Type);
        var gjelder = person.Relasjoner.Where(r => r.Rolle == "ektefelleEllerPartner" && r.Gjelder).Select(r => r.Nummer).ToArray();
        if (person.Doed is null && !gjelder.SequenceEqual(Varer.Contains(naa.Type) ? [naa.Med!] : []))
            yield return ("relasjon og sivilstand", naa.Type);
    }

    private static IEnumerable<(string Regel, string Hva)> Form(Kontrollperson person, Kontrollperson annen, Vigsel vigsel)
    {
        var partnerskap = Partnerskap.Contains(vigsel.Type);
        if (partnerskap && (person.Kvinne != annen.Kvinne || vigsel.Dato < Partnerskapslov || vigsel.Dato >= FellesEkteskapslov))
            yield return ("partnerskap utenfor loven", $"{vigsel.Dato}");
        if (!partnerskap && person.Kvinne == annen.Kvinne && vigsel.Dato < FellesEkteskapslov)
            yield return ("ekteskap utenfor loven", $"{vigsel.Dato}");
        var felles = person.Relasjoner.Where(r => r.MinRolle == "barn").Select(r => r.Nummer)
            .Intersect(annen.Relasjoner.Where(r => r.MinRolle == "barn").Select(r => r.Nummer)).Any();
        var likeSlekt = person.Relasjoner.Any(r => r.Nummer == annen.Nummer && r.Rolle != "ektefelleEllerPartner");
        if (felles || likeSlekt)
            yield return ("gift med naer slekt", vigsel.Type);
    }
}
