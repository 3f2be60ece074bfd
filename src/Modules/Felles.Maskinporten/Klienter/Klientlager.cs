using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Klienter;

/// <summary>The clients in the database. A write is load, change, version up, save, record, event.</summary>
internal sealed class Klientlager(
    Database database, Klientminne minne, Endringslogg endringslogg, Maskinportenoppsett oppsett, TimeProvider clock)
{
    public const string Stroem = "maskinporten";
    public const string Hendelse = "klient";

    private const string Felter =
        "client_id as ClientId, navn as Navn, orgnr as Orgnr, scopes as Scopes, levetid as Levetid, aktiv as Aktiv, versjon as Versjon, "
        + "beskrivelse as Beskrivelse, klient_uri as Uri, integrasjonstype as Integrasjonstype, opprettet as Opprettet, endret as Endret";

    public Task<Klientsvar> RegistrerAsync(NyKlient ny, Aktoer aktoer, CancellationToken ct)
    {
        var rad = new Klientrad
        {
            ClientId = ny.ClientId ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            Navn = ny.Navn,
            Orgnr = ny.Orgnr.Value,
            Scopes = string.Join(' ', ny.Scopes),
            Levetid = ny.Levetid,
            Aktiv = ny.Aktiv ? 1 : 0,
            Versjon = 1,
            Beskrivelse = ny.Beskrivelse,
            Uri = ny.Uri,
            Integrasjonstype = ny.Integrasjonstype,
            Opprettet = clock.GetUtcNow().ToUnixTimeSeconds(),
            Endret = clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        return database.WriteAsync<Klientsvar>(async (unit, ct) =>
        {
            var satt = await unit.Connection.ExecuteAsync(
                unit.Sql("""
                    insert into maskinporten.klient (client_id, miljoe, navn, orgnr, scopes, levetid, aktiv, versjon,
                        beskrivelse, klient_uri, integrasjonstype, opprettet, endret)
                    values (@ClientId, @miljoe, @Navn, @Orgnr, @Scopes, @Levetid, @Aktiv, @Versjon,
                        @Beskrivelse, @Uri, @Integrasjonstype, @Opprettet, @Endret)
                    on conflict (client_id) do nothing
                    """),
                Med(rad),
                unit.Transaction);
            if (satt == 0)
                return new Klientsvar.Ugyldig([new Funn(KlientFeilkoder.Finnes, "client_id", KlientFeilkoder.Finnes.Tekst)]);
            await SettNoeklerAsync(unit, rad.ClientId, ny.Noekler);
            return await FerdigAsync(unit, rad, null, aktoer);
        }, ct);
    }

    public Task<Klientsvar> EndreAsync(string clientId, Klientendring endring, Aktoer aktoer, CancellationToken ct) =>
        database.WriteAsync<Klientsvar>(async (unit, ct) =>
        {
            var gammel = await unit.Connection.QuerySingleOrDefaultAsync<Klientrad>(
                unit.Sql("select " + Felter + " from maskinporten.klient where client_id = @clientId and miljoe = @miljoe {for update}"),
                new { clientId, miljoe = oppsett.Miljoe },
                unit.Transaction);
            if (gammel is null)
                return new Klientsvar.Ukjent();
            if (endring.Eier is { } eier && eier.Value != gammel.Orgnr)
                return new Klientsvar.Ugyldig([new Funn(KlientFeilkoder.AnnenEier, "orgnr", KlientFeilkoder.AnnenEier.Tekst)]);
            var foer = Klient(gammel, await NoeklerAsync(unit, clientId));
            var ny = gammel.Med(endring);
            if (ny == gammel && endring.Noekler is null)
                return new Klientsvar.Lagret(foer);
            ny = ny with { Versjon = gammel.Versjon + 1, Endret = clock.GetUtcNow().ToUnixTimeSeconds() };
            await unit.Connection.ExecuteAsync(
                unit.Sql("""
                    update maskinporten.klient set navn = @Navn, scopes = @Scopes, levetid = @Levetid, aktiv = @Aktiv, versjon = @Versjon,
                        beskrivelse = @Beskrivelse, klient_uri = @Uri, endret = @Endret
                    where client_id = @ClientId
                    """),
                Med(ny),
                unit.Transaction);
            if (endring.Noekler is not null)
                await SettNoeklerAsync(unit, clientId, endring.Noekler);
            return await FerdigAsync(unit, ny, foer, aktoer);
        }, ct);

    /// <summary>Reads one client, or all of the environment, from the primary into the memory.</summary>
    public ValueTask<bool> LastAsync(string? clientId, CancellationToken ct) => database.ReadPrimaryAsync(async (connection, ct) =>
    {
        var hvem = new { clientId, miljoe = oppsett.Miljoe };
        var rader = await connection.QueryAsync<Klientrad>(
            database.Sql(clientId is null ? AlleKlienter : EnKlient), hvem);
        var noekler = (await connection.QueryAsync<Noekkelrad>(database.Sql(clientId is null ? AlleNoekler : NoekkelEn), hvem))
            .ToLookup(n => n.ClientId);
        foreach (var rad in rader)
            minne.Ta(Klient(rad, noekler[rad.ClientId]));
        return true;
    }, ct);

    private const string AlleKlienter = "select " + Felter + " from maskinporten.klient where miljoe = @miljoe";
    private const string EnKlient = AlleKlienter + " and client_id = @clientId";
    private const string NoekkelEn = AlleNoekler + " where client_id = @clientId";
    private const string AlleNoekler = """
        select client_id as ClientId, kid as Kid, alg as Alg, modulus as Modulus, eksponent as Eksponent, sertifikat as Sertifikat, registrert as Registrert,
               utloeper as Utloeper
        from maskinporten.klientnoekkel
        """;

    private async Task SettNoeklerAsync(UnitOfWork unit, string clientId, IReadOnlyList<JsonWebKey> noekler)
    {
        await unit.Connection.ExecuteAsync(
            unit.Sql("delete from maskinporten.klientnoekkel where client_id = @clientId"), new { clientId }, unit.Transaction);
        var naa = clock.GetUtcNow();
        foreach (var noekkel in noekler)
        {
            var parametre = Noekkelkontroll.Parametre(noekkel)!.Value;
            await unit.Connection.ExecuteAsync(
                unit.Sql("""
                    insert into maskinporten.klientnoekkel (client_id, kid, alg, modulus, eksponent, sertifikat, registrert, utloeper)
                    values (@ClientId, @Kid, @Alg, @Modulus, @Eksponent, @Sertifikat, @Registrert, @Utloeper)
                    """),
                new Noekkelrad
                {
                    ClientId = clientId,
                    Kid = noekkel.Kid,
                    Alg = noekkel.Alg ?? "RS256",
                    Modulus = parametre.Modulus!,
                    Eksponent = parametre.Exponent!,
                    Sertifikat = Kjede(noekkel.X5c),
                    Registrert = naa.ToUnixTimeSeconds(),
                    Utloeper = naa.AddYears(1).ToUnixTimeSeconds(),
                },
                unit.Transaction);
        }
    }

    // Written anew: base64 may hold blanks, which separate the certificates here.
    private static string? Kjede(IList<string> x5c) => x5c.Count == 0
        ? null : string.Join(' ', x5c.Select(c => Convert.ToBase64String(Convert.FromBase64String(c))));

    private Task<IEnumerable<Noekkelrad>> NoeklerAsync(UnitOfWork unit, string clientId) =>
        unit.Connection.QueryAsync<Noekkelrad>(unit.Sql(NoekkelEn), new { clientId }, unit.Transaction);

    private async Task<Klientsvar> FerdigAsync(UnitOfWork unit, Klientrad rad, Klient? foer, Aktoer aktoer)
    {
        var klient = Klient(rad, await NoeklerAsync(unit, rad.ClientId));
        await endringslogg.SkrivAsync(unit, aktoer, Hendelse, rad.ClientId, foer is null ? null : Tekst(foer), Tekst(klient));
        var id = Encoding.UTF8.GetBytes(rad.ClientId);
        unit.Publish(Stroem, Hendelse, BitConverter.ToInt64(SHA256.HashData(id)), id);
        unit.AfterCommit(() => minne.Ta(klient));
        return new Klientsvar.Lagret(klient);
    }

    private static string Tekst(Klient klient) =>
        $"{(klient.Aktiv ? "aktiv" : "inaktiv")} {klient.Orgnr.ToWire()} levetid={klient.Levetid} "
        + $"scopes={string.Join(',', klient.Scopes.Order(StringComparer.Ordinal))} noekler={string.Join(',', klient.Noekler.Select(n => n.Kid))} "
        + $"navn={klient.Navn}";

    private object Med(Klientrad rad) => new
    {
        rad.ClientId, rad.Navn, rad.Orgnr, rad.Scopes, rad.Levetid, rad.Aktiv, rad.Versjon,
        rad.Beskrivelse, rad.Uri, rad.Integrasjonstype, rad.Opprettet, rad.Endret,
        miljoe = oppsett.Miljoe,
    };

    private static Klient Klient(Klientrad rad, IEnumerable<Noekkelrad> noekler) => new()
    {
        ClientId = rad.ClientId,
        Navn = rad.Navn,
        Orgnr = Organisasjonsnummer.FromValue((int)rad.Orgnr),
        Scopes = rad.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(),
        Levetid = (int)rad.Levetid,
        Aktiv = rad.Aktiv != 0,
        Versjon = rad.Versjon,
        Beskrivelse = rad.Beskrivelse,
        Uri = rad.Uri,
        Integrasjonstype = rad.Integrasjonstype,
        Opprettet = DateTimeOffset.FromUnixTimeSeconds(rad.Opprettet),
        Endret = DateTimeOffset.FromUnixTimeSeconds(rad.Endret),
        Noekler =
        [
            .. noekler.Select(n => new Klientnoekkel(
                n.Kid,
                n.Alg,
                new RSAParameters { Modulus = n.Modulus, Exponent = n.Eksponent },
                DateTimeOffset.FromUnixTimeSeconds(n.Registrert),
                DateTimeOffset.FromUnixTimeSeconds(n.Utloeper),
                n.Sertifikat?.Split(' ').Select(Convert.FromBase64String).ToArray())),
        ],
    };
}
