using System.Text;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Soek.Kriterier;

namespace Felles.Folkeregister.Soek.Spoerring;

/// <summary>
/// Writes the statement of a search: persons come from one index, the way in, and every other condition is asked of each of them. Only the
/// caller knows which way has the fewest; SQLite, which has no statistics here, is bound to it by <c>cross join</c> and by <c>+</c> before
/// columns whose index must not be used, while PostgreSQL plans for itself.
/// </summary>
internal sealed class Soekespoerring
{
    private const string Fra = "select s.identifikator, s.personnoekkel from ";
    private const string Person = " {sqlite:cross} join folkeregister.soek s on s.personnoekkel = ";

    // Gathered once, before the first person: what PostgreSQL does with "in" it decides itself, and an array it looks up by hash.
    private const string I = "{sqlite:in (}{postgresql:= any (array(}";
    private const string ISlutt = "{sqlite:)}{postgresql:))}";

    private readonly Soekekriterier k;
    private readonly Soekesyn syn;
    private readonly List<(string Navn, object Verdi)> parametre = [];

    public Soekespoerring(Soekekriterier kriterier, Soekesyn syn)
    {
        (k, this.syn) = (kriterier, syn);
        Umulig = !KanTreffe();
        if (Umulig)
            return;
        LeggAdresse();
        LeggPerson();
        Veier = [.. AlleVeier()];
    }

    /// <summary>The package may see nothing of what is asked for, so nobody is hit.</summary>
    public bool Umulig { get; }

    /// <summary>The ways in. One that is a number comes alone.</summary>
    public IReadOnlyList<Soekevei> Veier { get; } = [];

    public IReadOnlyList<(string Navn, object Verdi)> Parametre => parametre;

    /// <summary>The statement by this way in.</summary>
    /// <param name="vei">One of <see cref="Veier"/>.</param>
    /// <param name="store">The ways whose rows are better gathered once than asked for person by person, because the way in has many.</param>
    /// <param name="ulike">Whether a person that comes twice is left out.</param>
    public string Sql(Soekevei vei, IReadOnlyCollection<Soekevei> store, bool ulike)
    {
        var sql = new StringBuilder(ulike ? Fra.Replace("select", "select distinct") : Fra).Append(vei.Tabell);
        if (vei.Slag != Veislag.Person)
            sql.Append(Person).Append(vei.Alias).Append(".personnoekkel");
        sql.Append(" where ").Append(vei.Vilkaar);
        Navn(sql, vei, store);
        Adresse(sql, vei, store);
        Numre(sql, vei);
        Personen(sql, vei);
        return sql.Append(" limit @grense").ToString();
    }

    private bool KanTreffe() =>
        (k.Navn.Count == 0 || syn.Ser(Personelement.Navn))
        && (k.Adresse is null || syn.Adresser(k.Adresse.MedOpphold, k.Historisk) is not null)
        && (k.Kjoenn is null || syn.Ser(Personelement.Kjoenn))
        && ((k.Foedselsdato is null && k.Foedselsaar is null) || syn.Ser(Personelement.Foedsel));

    private List<Soekevei> AlleVeier()
    {
        if (k.Identifikator is { } id)
        {
            Legg("id", id);
            return [new(Veislag.Nummer, "folkeregister.person p", "p", "p.identifikator = @id")];
        }

        if (k.Numre.Count > 0)
        {
            Legg("nr0", k.Numre[0].Nummer);
            return [new(Veislag.Nummer, "folkeregister.soek_nummer t", "t", Nummer("t", 0))];
        }

        List<Soekevei> veier = [.. k.Navn.Select((_, i) => new Soekevei(Veislag.Navn, $"folkeregister.soek_navn n{i}", $"n{i}", Ord(i)) { Nr = i })];
        veier.AddRange(Adresseveier());
        veier.AddRange(Personveier());
        if (veier.Count == 0)
            veier.Add(new(Veislag.Person, "folkeregister.soek s", "s", k.MedDoede ? "s.doed in (0, 1)" : "s.doed = 0") { Aar = true });
        return veier;
    }

    private string Ord(int i)
    {
        var ord = k.Navn[i];
        Legg($"o{i}", ord.Fra);
        var sql = $"n{i}.ord = @o{i}";
        if (ord.Til != ord.Fra)
        {
            Legg($"p{i}", ord.Til);
            sql = $"n{i}.ord >= @o{i} and n{i}.ord <= @p{i}";
        }

        // Named also where it may be either: the index goes on to the person after it.
        sql += k.Historisk && syn.NavnHistorisk ? $" and n{i}.gjeldende in (0, 1)" : $" and n{i}.gjeldende = 1";
        return ord.Del is { } del ? $"{sql} and n{i}.del = {(short)del}" : sql;
    }

    private void LeggAdresse()
    {
        if (k.Adresse is not { } adresse)
            return;
        if (adresse.Gate is { } gate)
        {
            Legg("gate", gate);
            Legg("gateslutt", gate + char.MaxValue);
        }

        foreach (var (navn, verdi) in new[]
        {
            ("post", adresse.Postnummer), ("kommune", adresse.Kommunenummer), ("fylke", adresse.Fylkesnummer * 100),
            ("fylkeslutt", (adresse.Fylkesnummer * 100) + 99), ("hus", adresse.Hus?.Nummer),
        })
        {
            if (verdi is { } tall)
                Legg(navn, tall);
        }

        if (adresse.Hus is { } hus)
            Legg("bokstav", hus.Bokstav);
        if (adresse.Bruksenhetsnummer is { } bruksenhet)
            Legg("bruksenhet", bruksenhet);
    }

    private void LeggPerson()
    {
        if (k.Foedselsdato is { } dato)
            Legg("dato", dato);
        if (k.Foedselsaar is { } aar)
        {
            Legg("aar", aar.Fra);
            Legg("aarslutt", aar.Til);
        }

        if (k.Kjoenn is { } kjoenn)
            Legg("kjoenn", Soekerad.Kode(kjoenn));
    }

    private IEnumerable<Soekevei> Adresseveier()
    {
        if (k.Adresse is null)
            yield break;
        foreach (var indeks in new[] { "adressenavn", "postnummer", "kommunenummer" })
        {
            if (Adressevilkaar(indeks) is { } vilkaar)
                yield return new Soekevei(Veislag.Adresse, "folkeregister.soek_adresse a", "a", vilkaar) { Indeks = indeks };
        }
    }

    /// <summary>All that must be true of an address, with one column whose index may be used; null when that is not asked for.</summary>
    private string? Adressevilkaar(string? indeks)
    {
        var adresse = k.Adresse!;
        var brukt = false;
        var sql = new StringBuilder(syn.Adresser(adresse.MedOpphold, k.Historisk));
        Og(adresse.Gate, "adressenavn", " >= @gate");
        Og(adresse.Gate, "adressenavn", " < @gateslutt");
        Og(adresse.Postnummer, "postnummer", " = @post");
        Og(adresse.Kommunenummer, "kommunenummer", " = @kommune");
        Og(adresse.Fylkesnummer, "kommunenummer", " >= @fylke");
        Og(adresse.Fylkesnummer, "kommunenummer", " <= @fylkeslutt");
        if (adresse.Hus is not null)
            sql.Append(" and a.husnummer = @hus and a.husbokstav = @bokstav");
        if (adresse.Bruksenhetsnummer is not null)
            sql.Append(" and a.bruksenhetsnummer = @bruksenhet");
        return indeks is null || brukt ? sql.ToString() : null;

        void Og(object? verdi, string kolonne, string vilkaar)
        {
            if (verdi is null)
                return;
            brukt |= kolonne == indeks;
            sql.Append(kolonne == indeks ? " and a." : " and {sqlite:+}a.").Append(kolonne).Append(vilkaar);
        }
    }

    private IEnumerable<Soekevei> Personveier()
    {
        if (k.Foedselsdato is not null)
            yield return new(Veislag.Person, "folkeregister.soek s", "s", "s.foedselsdato = @dato");
        if (k.Foedselsaar is null)
            yield break;
        var doed = k.MedDoede ? "s.doed in (0, 1)" : "s.doed = 0";
        yield return new(Veislag.Person, "folkeregister.soek s", "s", $"{doed} and s.foedselsaar between @aar and @aarslutt") { Aar = true };
    }

    private void Navn(StringBuilder sql, Soekevei vei, IReadOnlyCollection<Soekevei> store)
    {
        if (k.Navn.Count == 0)
            return;
        var foerste = vei.Slag == Veislag.Navn ? vei.Nr : 0;
        if (vei.Slag != Veislag.Navn)
            sql.Append($" and exists (select 1 from folkeregister.soek_navn n0 where n0.personnoekkel = s.personnoekkel and {Ord(0)}");
        for (var i = 0; i < k.Navn.Count; i++)
        {
            if (i == foerste)
                continue;
            sql.Append(vei.Slag == Veislag.Navn && store.Any(v => v.Slag == Veislag.Navn && v.Nr == i)
                ? $" and {Oppfoering(foerste)} {I}select {Oppfoering(i)} from folkeregister.soek_navn n{i} where {Ord(i)}{ISlutt}"
                : $" and exists (select 1 from folkeregister.soek_navn n{i} where n{i}.personnoekkel = n{foerste}.personnoekkel"
                    + $" and n{i}.oppfoering = n{foerste}.oppfoering and {Ord(i)})");
        }

        if (vei.Slag != Veislag.Navn)
            sql.Append(')');
    }

    /// <summary>A person's entry as one number.</summary>
    private static string Oppfoering(int i) => $"n{i}.personnoekkel * 32768 + n{i}.oppfoering";

    private void Adresse(StringBuilder sql, Soekevei vei, IReadOnlyCollection<Soekevei> store)
    {
        if (k.Adresse is null || vei.Slag == Veislag.Adresse)
            return;
        sql.Append(store.FirstOrDefault(v => v.Slag == Veislag.Adresse) is { } stor
            ? $" and {vei.Alias}.personnoekkel {I}select a.personnoekkel from folkeregister.soek_adresse a where {stor.Vilkaar}{ISlutt}"
            : $" and exists (select 1 from folkeregister.soek_adresse a where a.personnoekkel = s.personnoekkel and {Adressevilkaar(null)})");
    }

    private void Numre(StringBuilder sql, Soekevei vei)
    {
        for (var i = 0; i < k.Numre.Count; i++)
        {
            if (vei.Slag == Veislag.Nummer && vei.Alias == "t" && i == 0)
                continue;
            Legg($"nr{i}", k.Numre[i].Nummer);
            sql.Append($" and exists (select 1 from folkeregister.soek_nummer t{i} where t{i}.personnoekkel = s.personnoekkel and {Nummer($"t{i}", i)})");
        }
    }

    private string Nummer(string alias, int i) => $"{alias}.nummer = @nr{i} and {alias}.slag = {(short)k.Numre[i].Slag}";

    private void Personen(StringBuilder sql, Soekevei vei)
    {
        if (!vei.Aar && !k.MedDoede)
            sql.Append(" and {sqlite:+}s.doed = 0");
        if (!vei.Aar && k.Foedselsaar is not null)
            sql.Append(" and {sqlite:+}s.foedselsaar between @aar and @aarslutt");
        if (k.Foedselsdato is not null && (vei.Slag != Veislag.Person || vei.Aar))
            sql.Append(" and {sqlite:+}s.foedselsdato = @dato");
        if (k.Kjoenn is not null)
            sql.Append(vei.Aar ? " and s.kjoenn = @kjoenn" : " and {sqlite:+}s.kjoenn = @kjoenn");
    }

    private void Legg(string navn, object verdi)
    {
        if (!parametre.Exists(p => p.Navn == navn))
            parametre.Add((navn, verdi));
    }
}
