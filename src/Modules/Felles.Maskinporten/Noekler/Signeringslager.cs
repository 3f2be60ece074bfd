using System.Security.Cryptography;
using Dapper;
using Felles.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Felles.Maskinporten.Noekler;

/// <summary>The signing keys in the database, where all hosts share them. Private parts are protected by the program's key ring.</summary>
internal sealed class Signeringslager(
    Database database, Noekkelring ring, Maskinportenoppsett oppsett, IDataProtectionProvider beskyttelse, TimeProvider clock) : IDisposable
{
    public const string Hendelse = "signeringsnoekkel";

    public const string Alle = """
        select kid as Kid, miljoe as Miljoe, tilstand as Tilstand, privat as Privat, modulus as Modulus, eksponent as Eksponent,
               opprettet as Opprettet, tatt_i_bruk as TattIBruk, publiseres_til as PubliseresTil
        from maskinporten.signeringsnoekkel where miljoe = @miljoe
        """;

    public const string Innsetting = """
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

    public void Dispose() => lasting.Dispose();

    /// <summary>Removes keys no live token can be signed with.</summary>
    public Task<int> RyddAsync(CancellationToken ct)
    {
        var grense = new { naa = clock.GetUtcNow().ToUnixTimeSeconds() };
        return database.WriteAsync(async (unit, ct) => await unit.Connection.ExecuteAsync(
            unit.Sql("delete from maskinporten.signeringsnoekkel where tilstand = 'gammel' and publiseres_til < @naa"), grense,
                unit.Transaction), ct);
    }

    /// <summary>A new key. Searching for its primes takes some hundred milliseconds.</summary>
    public Signeringsrad LagRad(string tilstand)
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
