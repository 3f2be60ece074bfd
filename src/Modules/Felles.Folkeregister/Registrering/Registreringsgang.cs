using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Registrering;

/// <summary>
/// One unit of registration: loads and holds persons by number, collects faults, and in the end writes all that changed, or nothing.
/// </summary>
internal sealed class Registreringsgang(
    UnitOfWork unit, Setninger setninger, Registerklokke klokke, bool syntetisk, CancellationToken ct)
{
    private readonly Dictionary<long, Lagretnummer> kjente = [];
    private readonly List<Personarbeid> arbeid = [];
    private readonly List<Funn> funn = [];
    private Registreringsgrunn grunn = new("");
    private string forstavelse = "";

    /// <summary>To the microsecond, as events have it.</summary>
    public DateTimeOffset Naa { get; } = Oslo.TilOslo(Microseconds.ToInstant(Microseconds.From(klokke.Naa)));

    public Tidspunkt NaaTidspunkt => Tidspunkt.Ny(Naa);

    public DateOnly IDag => Oslo.Dato(Naa);

    public Setninger Setninger => setninger;

    public bool HarFeil => funn.Count > 0;

    public CancellationToken Ct => ct;

    public void Begynn(Registreringsgrunn neste, int? nr)
    {
        grunn = neste;
        forstavelse = nr is { } n ? $"[{n}]." : "";
        if (neste.Gyldighetstidspunkt is { } fra)
            _ = ErFortid(Oslo.Dato(fra.Instant), "grunn.gyldighetstidspunkt");
    }

    public void Avvis(Feilkode kode, string sted) => funn.Add(new Funn(kode, forstavelse + sted, kode.Tekst));

    /// <summary>False, and refused, for a date after today.</summary>
    public bool ErFortid(DateOnly? dato, string sted)
    {
        if (dato is not { } d || d <= IDag)
            return true;
        Avvis(DatoIFramtiden, sted);
        return false;
    }

    /// <summary>The entry with when, by whom and why, as current.</summary>
    public T Stemple<T>(T ny)
        where T : Opplysning => ny with
        {
            Ajourholdstidspunkt = NaaTidspunkt,
            ErGjeldende = true,
            Kilde = grunn.Kilde,
            Aarsak = grunn.Aarsak,
            Gyldighetstidspunkt = ny.Gyldighetstidspunkt ?? grunn.Gyldighetstidspunkt ?? NaaTidspunkt,
        };

    public static Tidspunkt Fra(DateOnly dato) => Tidspunkt.Ny(Oslo.Midnatt(dato));

    /// <summary>The person who has or had the number; refused when nobody has. Held against other writers until the unit ends.</summary>
    public async ValueTask<Personarbeid?> FinnAsync(Folkeregisteridentifikator nummer, string sted)
    {
        var person = await FinnHvisKjentAsync(nummer, sted);
        if (person is null)
            Avvis(UkjentPerson, sted);
        return person;
    }

    /// <summary>The same, refused when the person is dead or has no number in use.</summary>
    public async ValueTask<Personarbeid?> FinnLevendeAsync(Folkeregisteridentifikator nummer, string sted)
    {
        if (await FinnAsync(nummer, sted) is not { } person)
            return null;
        if (!person.ErDoed && !person.ErOpphoert)
            return person;
        Avvis(person.ErDoed ? PersonErDoed : PersonErOpphoert, sted);
        return null;
    }

    /// <summary>Null when nobody has the number.</summary>
    public async ValueTask<Personarbeid?> FinnHvisKjentAsync(Folkeregisteridentifikator nummer, string sted)
    {
        if (arbeid.Find(a => a.Person.Identifikasjonsnummer.Any(i => i.FoedselsEllerDNummer == nummer)) is { } her)
            return her.SlaasInnI ?? her;
        if (await RadAsync(nummer.Value) is not { } rad || (rad.Gjeldende is { } peker && (rad = await RadAsync(peker)) is null))
            return null;
        if (arbeid.Find(a => a.Foer?.Personnoekkel == rad.Personnoekkel) is { } lest)
            return lest;
        var person = new Personarbeid(this, rad, Personleser.Les(rad.Dokument), sted);
        arbeid.Add(person);
        return person;
    }

    /// <summary>Holds the row of a number, which leads to a person who is held already.</summary>
    public async ValueTask HoldAsync(Folkeregisteridentifikator nummer) => _ = await RadAsync(nummer.Value);

    /// <summary>A person the register did not have.</summary>
    public Personarbeid Ny(Folkeregisterperson person, string sted, Dublettrad? fra = null)
    {
        var ny = new Personarbeid(this, null, person, sted) { GjenopprettesFra = fra };
        arbeid.Add(ny);
        return ny;
    }

    /// <summary>A number nobody has: the given one when it is of the type and free, otherwise the next of the date. Refused when there is
    /// none.</summary>
    public async ValueTask<Folkeregisteridentifikator?> TildelAsync(
        Folkeregisteridentifikator? gitt, DateOnly dato, Kjoenn? kjoenn, Identifikatortype type, string sted)
    {
        if (gitt is { } nummer)
        {
            if (nummer.Type != type)
                Avvis(UgyldigNummer, sted);
            else if (await ErTattAsync(nummer.Value))
                Avvis(NummerIBruk, sted);
            else
                return nummer;
            return null;
        }

        var tatt = new HashSet<long>(arbeid.SelectMany(a => a.Person.Identifikasjonsnummer).Select(i => i.FoedselsEllerDNummer.Value));
        var valgt = await Nummervalg.NesteAsync(this, new Nummeroenske(dato, kjoenn, type, syntetisk, IDag.Year), tatt);
        if (valgt is null)
            Avvis(IngenLedigeNumre, sted);
        return valgt;
    }

    public ValueTask<Dublettrad?> DublettAsync(Folkeregisteridentifikator nummer) => Dublettrad.LesAsync(unit, nummer.Value, ct);

    public async ValueTask<Registreringssvar> FullfoerAsync()
    {
        if (funn.Count == 0)
        {
            var skriver = new Registreringsskriver(unit, setninger, kjente, Naa, ct);
            var svar = await skriver.SkrivAsync(arbeid, funn);
            if (funn.Count == 0)
                return svar.Count == 0 ? new Registreringssvar.Uendret() : new Registreringssvar.Registrert(svar);
        }

        return new Registreringssvar.Avvist(funn);
    }

    private async ValueTask<bool> ErTattAsync(long nummer) =>
        await RadAsync(nummer) is not null
        || arbeid.Exists(a => a.Person.Identifikasjonsnummer.Any(i => i.FoedselsEllerDNummer.Value == nummer));

    private async ValueTask<Lagretnummer?> RadAsync(long nummer)
    {
        if (kjente.TryGetValue(nummer, out var kjent))
            return kjent;
        foreach (var (id, rad) in await setninger.FinnAsync([nummer], ct))
            kjente[id] = rad;
        return kjente.GetValueOrDefault(nummer);
    }
}
