using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Scopes;

/// <summary>A scope with the times of its making and its last change.</summary>
internal sealed record Scopepost(Scope Scope, DateTimeOffset Opprettet, DateTimeOffset Endret);

/// <summary>Reads and writes scopes. Always on the primary: tokens depend on them.</summary>
internal sealed class Scopelager(Database database)
{
    private const string Felt =
        "navn, prefix, subscope, eier, beskrivelse, synlighet, at_max_age, delegeringskilde, for_alle, integrasjonstyper, aktiv, versjon, "
        + "lang_beskrivelse, tokentype, autorisasjonstid, krever_samtykke, krever_innlogging, krever_pseudonym";

    public ValueTask<List<(Scope Scope, long Versjon)>> LesAlleAsync(CancellationToken ct) => database.ReadPrimaryAsync(
        (tilkobling, avbrudd) =>
            Spoerring.ListeAsync(Spoerring.Ny(tilkobling, database.Sql($"select {Felt} from tilgang.scope")), Les, avbrudd), ct);

    public async ValueTask<(Scope Scope, long Versjon)?> LesAsync(string navn, CancellationToken ct)
    {
        var funnet = await database.ReadPrimaryAsync(
            (tilkobling, avbrudd) => Spoerring.ListeAsync(
                Spoerring.Ny(tilkobling, database.Sql($"select {Felt} from tilgang.scope where navn = @navn"), ("navn", navn)),
                Les,
                avbrudd),
            ct);
        return funnet is [var scope] ? scope : null;
    }

    /// <summary>Scopes with the times that the self-service API tells, by name; of one owner or all.</summary>
    public ValueTask<List<Scopepost>> ListeAsync(Organisasjonsnummer? eier, string? navn, CancellationToken ct) =>
        database.ReadPrimaryAsync(
        (tilkobling, avbrudd) => Spoerring.ListeAsync(
            Spoerring.Ny(
                tilkobling,
                database.Sql(
                    $"select {Felt}, opprettet, endret from tilgang.scope where 1 = 1 {(eier is null ? "" : "and eier = @eier")} "
                    + $"{(navn is null ? "" : "and navn = @navn")} order by navn"),
                ("eier", (long?)eier?.Value ?? 0L),
                ("navn", navn ?? "")),
            rad => new Scopepost(Les(rad).Item1, Microseconds.ToInstant(rad.GetInt64(18)), Microseconds.ToInstant(rad.GetInt64(19))),
            avbrudd),
        ct);

    /// <summary>The scope as it is, held until the unit of work ends.</summary>
    public static async ValueTask<(Scope Scope, long Versjon)?> LaasAsync(UnitOfWork enhet, string navn, CancellationToken ct)
    {
        var funnet = await Spoerring.ListeAsync(
            Spoerring.Ny(enhet, $"select {Felt} from tilgang.scope where navn = @navn {{for update}}", ("navn", navn)), Les, ct);
        return funnet is [var scope] ? scope : null;
    }

    public static ValueTask SkrivAsync(UnitOfWork enhet, Scope scope, long versjon, DateTimeOffset tid, CancellationToken ct) =>
        Spoerring.UtfoerAsync(
        enhet,
        ct,
        $"""
        insert into tilgang.scope ({Felt}, opprettet, endret)
        values (@navn, @prefix, @subscope, @eier, @beskrivelse, @synlighet, @maksalder, @kilde, @alle, @typer, @aktiv, @versjon,
            @lang, @tokentype, @autorisasjonstid, @samtykke, @innlogging, @pseudonym, @tid, @tid)
        on conflict (navn) do update set eier = excluded.eier, beskrivelse = excluded.beskrivelse, synlighet = excluded.synlighet,
            at_max_age = excluded.at_max_age, delegeringskilde = excluded.delegeringskilde, for_alle = excluded.for_alle,
            integrasjonstyper = excluded.integrasjonstyper, aktiv = excluded.aktiv, versjon = excluded.versjon,
            lang_beskrivelse = excluded.lang_beskrivelse, tokentype = excluded.tokentype, autorisasjonstid = excluded.autorisasjonstid,
            krever_samtykke = excluded.krever_samtykke, krever_innlogging = excluded.krever_innlogging,
            krever_pseudonym = excluded.krever_pseudonym, endret = excluded.endret
        """,
        ("navn", scope.Navn),
        ("prefix", scope.Prefix),
        ("subscope", scope.Subscope),
        ("eier", (long?)scope.Eier?.Value),
        ("beskrivelse", scope.Beskrivelse),
        ("synlighet", scope.Synlighet.ToString().ToUpperInvariant()),
        ("maksalder", (long)scope.AtMaxAge),
        ("kilde", scope.Delegeringskilde),
        ("alle", scope.TilgjengeligForAlle ? 1L : 0L),
        ("typer", string.Join(' ', scope.Integrasjonstyper)),
        ("aktiv", scope.Aktiv ? 1L : 0L),
        ("versjon", versjon),
        ("lang", scope.LangBeskrivelse),
        ("tokentype", scope.Innlogging.Tokentype),
        ("autorisasjonstid", (long)scope.Innlogging.Autorisasjonstid),
        ("samtykke", scope.Innlogging.KreverSamtykke ? 1L : 0L),
        ("innlogging", scope.Innlogging.KreverInnlogging ? 1L : 0L),
        ("pseudonym", scope.Innlogging.KreverPseudonym ? 1L : 0L),
        ("tid", Microseconds.From(tid)));

    private static (Scope, long) Les(DbDataReader rad) => (
        new Scope
        {
            Prefix = rad.GetString(1),
            Subscope = rad.GetString(2),
            Eier = rad.IsDBNull(3) ? null : Organisasjonsnummer.FromValue((int)rad.GetInt64(3)),
            Beskrivelse = rad.GetString(4),
            Synlighet = Enum.Parse<Synlighet>(rad.GetString(5), ignoreCase: true),
            AtMaxAge = (int)rad.GetInt64(6),
            Delegeringskilde = rad.IsDBNull(7) ? null : rad.GetString(7),
            TilgjengeligForAlle = rad.GetInt64(8) != 0,
            Integrasjonstyper = rad.GetString(9).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Aktiv = rad.GetInt64(10) != 0,
            LangBeskrivelse = rad.IsDBNull(12) ? null : rad.GetString(12),
            Innlogging = new(
                rad.GetString(13), (int)rad.GetInt64(14), rad.GetInt64(15) != 0, rad.GetInt64(16) != 0, rad.GetInt64(17) != 0),
        },
        rad.GetInt64(11));
}
