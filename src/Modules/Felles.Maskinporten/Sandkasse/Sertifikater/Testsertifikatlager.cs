using Dapper;
using Felles.Maskinporten.Klienter;
using Felles.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>The sandbox's certificate authority and what it has issued, in the database, where all hosts share them.</summary>
internal sealed class Testsertifikatlager(Database database, Maskinportenoppsett oppsett, IDataProtectionProvider beskyttelse)
{
    private const string Felter =
        "serienummer as Serienummer, orgnr as Orgnr, profil as Profil, utstedt as Utstedt, utloeper as Utloeper, sperret as Sperret";

    private readonly IDataProtector vern = beskyttelse.CreateProtector("Felles.Maskinporten.Testutsteder");

    /// <summary>The authority's certificate and its key (PKCS #8); null before there is one.</summary>
    public ValueTask<(byte[] Sertifikat, byte[] Privat)?> UtstederAsync(CancellationToken ct) => database.ReadPrimaryAsync(
        async (connection, ct) =>
        {
            var rad = await connection.QuerySingleOrDefaultAsync<Utstederrad>(
                database.Sql("select sertifikat as Sertifikat, privat as Privat from maskinporten.testutsteder where miljoe = @miljoe"),
                new { miljoe = oppsett.Miljoe });
            return rad is null ? ((byte[], byte[])?)null : (rad.Sertifikat, vern.Unprotect(rad.Privat));
        }, ct);

    /// <summary>Keeps the authority, unless another host has made one in the meantime.</summary>
    public Task LagreUtstederAsync(byte[] sertifikat, byte[] privat, CancellationToken ct)
    {
        var rad = new { miljoe = oppsett.Miljoe, sertifikat, privat = vern.Protect(privat) };
        return database.WriteAsync(async (unit, ct) => await unit.Connection.ExecuteAsync(
            unit.Sql("""
                insert into maskinporten.testutsteder (miljoe, sertifikat, privat) values (@miljoe, @sertifikat, @privat)
                on conflict (miljoe) do nothing
                """),
            rad,
            unit.Transaction), ct);
    }

    public Task LagreAsync(Testsertifikatrad rad, CancellationToken ct) => database.WriteAsync(
        async (unit, ct) => await unit.Connection.ExecuteAsync(
            unit.Sql("""
                insert into maskinporten.testsertifikat (serienummer, miljoe, orgnr, profil, utstedt, utloeper)
                values (@Serienummer, @miljoe, @Orgnr, @Profil, @Utstedt, @Utloeper)
                """),
            new { rad.Serienummer, miljoe = oppsett.Miljoe, rad.Orgnr, rad.Profil, rad.Utstedt, rad.Utloeper },
            unit.Transaction), ct);

    /// <summary>Revokes for good. What is revoked already stays as it is.</summary>
    /// <returns>The certificate; null when none was issued with the number.</returns>
    public Task<Testsertifikatrad?> SperrAsync(string serienummer, DateTimeOffset naa, CancellationToken ct) => database.WriteAsync(
        async (unit, ct) =>
        {
            var hvilket = new { serienummer, miljoe = oppsett.Miljoe, naa = naa.ToUnixTimeSeconds() };
            var endret = await unit.Connection.ExecuteAsync(
                unit.Sql("""
                    update maskinporten.testsertifikat set sperret = @naa
                    where serienummer = @serienummer and miljoe = @miljoe and sperret is null
                    """),
                hvilket,
                unit.Transaction);
            if (endret > 0)
                unit.Publish(Klientlager.Stroem, Testutsteder.Hendelse, 0, default);
            return await unit.Connection.QuerySingleOrDefaultAsync<Testsertifikatrad>(
                unit.Sql(
                    "select " + Felter + " from maskinporten.testsertifikat where serienummer = @serienummer and miljoe = @miljoe"),
                hvilket,
                unit.Transaction);
        }, ct);

    public ValueTask<List<Testsertifikatrad>> SperredeAsync(CancellationToken ct) => ListeAsync(
        "select " + Felter + " from maskinporten.testsertifikat where miljoe = @miljoe and sperret is not null", null, ct);

    /// <summary>The newest first.</summary>
    public ValueTask<List<Testsertifikatrad>> ForVirksomhetAsync(int orgnr, CancellationToken ct) => ListeAsync(
        "select " + Felter + " from maskinporten.testsertifikat where miljoe = @miljoe and orgnr = @orgnr order by utstedt desc, serienummer",
        orgnr,
        ct);

    private ValueTask<List<Testsertifikatrad>> ListeAsync(string sql, int? orgnr, CancellationToken ct) => database.ReadPrimaryAsync(
        async (connection, ct) =>
            (await connection.QueryAsync<Testsertifikatrad>(database.Sql(sql), new { miljoe = oppsett.Miljoe, orgnr })).AsList(), ct);

    private sealed record Utstederrad
    {
        public byte[] Sertifikat { get; init; } = [];

        public byte[] Privat { get; init; } = [];
    }
}
