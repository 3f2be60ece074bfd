using System.Security.Cryptography;
using Dapper;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Felles.Maskinporten.Noekler;

/// <summary>The signing keys in the database, where all hosts share them. Private parts are protected by the program's key ring.</summary>
internal sealed class Signeringslager(
    Database database, Noekkelring ring, Endringslogg endringslogg, Maskinportenoppsett oppsett, MaskinportenOptions options,
        IDataProtectionProvider beskyttelse, TimeProvider clock) : IDisposable
{
    public const string Hendelse = "signeringsnoekkel";

    /// <summary>Digdir advises readers to keep a key set for a day; a key is therefore published a day before it signs.</summary>
    public static readonly TimeSpan Mellomlagring = TimeSpan.FromHours(24);

    private const string Alle = """
        select kid as Kid, miljoe as Miljoe, tilstand as Tilstand, privat as Privat, modulus as Modulus, eksponent as Eksponent,
               opprettet as Opprettet, tatt_i_bruk as TattIBruk, publiseres_til as PubliseresTil
        from maskinporten.signeringsnoekkel where miljoe = @miljoe
        """;

    private const string Laas = "{postgresql:lock table maskinporten.signeringsnoekkel in share row exclusive mode; }";

    private const string Innsetting = """
        insert into maskinporten.signeringsnoekkel (kid, miljoe, tilstand, privat, modulus, eksponent, opprettet, tatt_i_bruk)
        values (@Kid, @Miljoe, @Tilstand, @Privat, @Modulus, @Eksponent, @Opprettet, @TattIBruk)
        on conflict do nothing
        """;

    private readonly SemaphoreSlim lasting = new(1, 1);
    private readonly IDataProtector vern = beskyttelse.CreateProtector("Felles.Maskinporten.Signeringsnoekkel");

    /// <summary>Makes the first keys where there are none, and reads what is there. Of two hosts that start together one makes
    /// them.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        if (await LastAsync(ct))
            return;
        var rader = await Task.WhenAll(
            Task.Run(() => LagRad(Signeringsrad.Gjeldende), ct),
            Task.Run(() => LagRad(Signeringsrad.Neste), ct));
        await database.WriteAsync(
            async (unit, ct) => await unit.Connection.ExecuteAsync(unit.Sql(Innsetting), rader, unit.Transaction), ct);
        if (!await LastAsync(ct))
            throw new InvalidOperationException("The database holds signing keys but none that is current.");
    }

    /// <returns>False when the environment has no current key.</returns>
    public async Task<bool> LastAsync(CancellationToken ct)
    {
        // One at a time: what was read first must not take the place of what was read later, when a key was withdrawn between.
        await lasting.WaitAsync(ct);
        try
        {
            var rader = await database.ReadPrimaryAsync(
                async (connection, ct) =>
                    (await connection.QueryAsync<Signeringsrad>(database.Sql(Alle), new { miljoe = oppsett.Miljoe })).AsList(), ct);
            if (!rader.Any(r => r.Tilstand == Signeringsrad.Gjeldende))
                return false;
            ring.Ta([.. rader.Select(Aapne)]);
            return true;
        }
        finally
        {
            lasting.Release();
        }
    }

    public Task<Roteringssvar> RoterAsync(bool straks, Aktoer aktoer, string? erstatter, CancellationToken ct) => EndreAsync<Roteringssvar>(
        async (unit, rader, ny) =>
        {
            var (gjeldende, neste) = (Med(rader, Signeringsrad.Gjeldende), Med(rader, Signeringsrad.Neste));
            if (erstatter is not null && erstatter != gjeldende.Kid)
                return new Roteringssvar.AlleredeErstattet(gjeldende.Kid);
            var naa = clock.GetUtcNow();
            var tidligst = DateTimeOffset.FromUnixTimeSeconds(neste.Opprettet) + Mellomlagring;
            if (!straks && tidligst > naa)
                return new Roteringssvar.ForTidlig(tidligst);
            var til = naa.AddSeconds(options.LongestTokenLifetimeSeconds) + Mellomlagring;
            await PensjonerAsync(unit, gjeldende.Kid, til);
            await endringslogg.SkrivAsync(unit, aktoer, Hendelse, gjeldende.Kid, gjeldende.Tilstand, Signeringsrad.Gammel);
            await TaIBrukAsync(unit, neste, aktoer);
            await unit.Connection.ExecuteAsync(unit.Sql(Innsetting), ny, unit.Transaction);
            unit.Publish(Klientlager.Stroem, Hendelse, 0, default);
            return new Roteringssvar.Rotert(neste.Kid, gjeldende.Kid, til);
        }, ct);

    public Task<Trekkingssvar> TrekkAsync(string kid, Aktoer aktoer, CancellationToken ct) => EndreAsync<Trekkingssvar>(
        async (unit, rader, ny) =>
        {
            if (rader.Find(r => r.Kid == kid) is not { } trukket)
                return new Trekkingssvar.Ukjent();
            // The row goes, and no time is set: hosts whose clocks differ stop believing the key when they hear of it.
            await unit.Connection.ExecuteAsync(
                unit.Sql("delete from maskinporten.signeringsnoekkel where kid = @kid"), new { kid }, unit.Transaction);
            await endringslogg.SkrivAsync(unit, aktoer, Hendelse, kid, trukket.Tilstand, "trukket");
            var gjeldende = Med(rader, Signeringsrad.Gjeldende);
            if (trukket == gjeldende)
                await TaIBrukAsync(unit, gjeldende = Med(rader, Signeringsrad.Neste), aktoer);
            if (trukket.Tilstand != Signeringsrad.Gammel)
                await unit.Connection.ExecuteAsync(unit.Sql(Innsetting), ny, unit.Transaction);
            unit.Publish(Klientlager.Stroem, Hendelse, 0, default);
            return new Trekkingssvar.Trukket(kid, gjeldende.Kid);
        }, ct);

    public void Dispose() => lasting.Dispose();

    /// <summary>Removes keys no live token can be signed with.</summary>
    public Task<int> RyddAsync(CancellationToken ct)
    {
        var grense = new { naa = clock.GetUtcNow().ToUnixTimeSeconds() };
        return database.WriteAsync(async (unit, ct) => await unit.Connection.ExecuteAsync(
            unit.Sql("delete from maskinporten.signeringsnoekkel where tilstand = 'gammel' and publiseres_til < @naa"), grense,
                unit.Transaction), ct);
    }

    // One change of the keys at a time, on all hosts together: a second one waits for the lock and only then reads what the first has left.
    private async Task<T> EndreAsync<T>(Func<UnitOfWork, List<Signeringsrad>, Signeringsrad, Task<T>> endre, CancellationToken ct)
    {
        // Some hundred milliseconds of searching for primes are kept out of the writer.
        var ny = await Task.Run(() => LagRad(Signeringsrad.Neste), ct);
        var svar = await database.WriteAsync(
            async (unit, ct) =>
            {
                var rader = await unit.Connection.QueryAsync<Signeringsrad>(
                    unit.Sql(Laas + Alle), new { miljoe = oppsett.Miljoe }, unit.Transaction);
                return await endre(unit, rader.AsList(), ny);
            }, ct);
        // The change is made: a caller that hangs up now must not keep this host from hearing of it.
        await LastAsync(CancellationToken.None);
        return svar;
    }

    private static Signeringsrad Med(List<Signeringsrad> rader, string tilstand) => rader.Single(r => r.Tilstand == tilstand);

    private async Task TaIBrukAsync(UnitOfWork unit, Signeringsrad neste, Aktoer aktoer)
    {
        await unit.Connection.ExecuteAsync(
            unit.Sql("update maskinporten.signeringsnoekkel set tilstand = 'gjeldende', tatt_i_bruk = @naa where kid = @Kid"),
            new { neste.Kid, naa = clock.GetUtcNow().ToUnixTimeSeconds() },
            unit.Transaction);
        await endringslogg.SkrivAsync(unit, aktoer, Hendelse, neste.Kid, neste.Tilstand, Signeringsrad.Gjeldende);
    }

    // What no longer signs needs no private part: a copy of the database from tomorrow cannot forge today's tokens.
    private static Task<int> PensjonerAsync(UnitOfWork unit, string kid, DateTimeOffset til) => unit.Connection.ExecuteAsync(
        unit.Sql("update maskinporten.signeringsnoekkel set tilstand = 'gammel', privat = @tom, publiseres_til = @til where kid = @kid"),
        new { kid, tom = Array.Empty<byte>(), til = til.ToUnixTimeSeconds() },
        unit.Transaction);

    private Signeringsrad LagRad(string tilstand)
    {
        using var rsa = RSA.Create(oppsett.SigningKeyBits);
        var parametre = rsa.ExportParameters(includePrivateParameters: false);
        var naa = clock.GetUtcNow().ToUnixTimeSeconds();
        return new Signeringsrad
        {
            Kid = Signeringsnoekkel.Fingeravtrykk(parametre),
            Miljoe = oppsett.Miljoe,
            Tilstand = tilstand,
            Privat = vern.Protect(rsa.ExportPkcs8PrivateKey()),
            Modulus = parametre.Modulus!,
            Eksponent = parametre.Exponent!,
            Opprettet = naa,
            TattIBruk = tilstand == Signeringsrad.Gjeldende ? naa : null,
        };
    }

    private Signeringsnoekkel Aapne(Signeringsrad rad)
    {
        if (rad.Tilstand == Signeringsrad.Gammel)
            return new Signeringsnoekkel(rad, null);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(vern.Unprotect(rad.Privat), out _);
        return new Signeringsnoekkel(rad, rsa.ExportParameters(includePrivateParameters: true));
    }
}
