using Dapper;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Storage;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Noekler;

/// <summary>Puts the next signing key in the place of the one that signs, and withdraws keys.</summary>
internal sealed class Signeringsendring(
    Database database, Signeringslager lager, Endringslogg endringslogg, Maskinportenoppsett oppsett, MaskinportenOptions options,
        TimeProvider clock)
{
    private const string Laas = "{postgresql:lock table maskinporten.signeringsnoekkel in share row exclusive mode; }";

    /// <summary>Digdir advises readers to keep a key set for a day; a key is therefore published a day before it signs.</summary>
    public static readonly TimeSpan Mellomlagring = TimeSpan.FromHours(24);

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
            await endringslogg.SkrivAsync(unit, aktoer, Signeringslager.Hendelse, gjeldende.Kid, gjeldende.Tilstand, Signeringsrad.Gammel);
            await TaIBrukAsync(unit, neste, aktoer);
            await unit.Connection.ExecuteAsync(unit.Sql(Signeringslager.Innsetting), ny, unit.Transaction);
            unit.Publish(Klientlager.Stroem, Signeringslager.Hendelse, 0, default);
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
            await endringslogg.SkrivAsync(unit, aktoer, Signeringslager.Hendelse, kid, trukket.Tilstand, "trukket");
            var gjeldende = Med(rader, Signeringsrad.Gjeldende);
            if (trukket == gjeldende)
                await TaIBrukAsync(unit, gjeldende = Med(rader, Signeringsrad.Neste), aktoer);
            if (trukket.Tilstand != Signeringsrad.Gammel)
                await unit.Connection.ExecuteAsync(unit.Sql(Signeringslager.Innsetting), ny, unit.Transaction);
            unit.Publish(Klientlager.Stroem, Signeringslager.Hendelse, 0, default);
            return new Trekkingssvar.Trukket(kid, gjeldende.Kid);
        }, ct);

    // One change of the keys at a time, on all hosts together: a second one waits for the lock and only then reads what the first has left.
    private async Task<T> EndreAsync<T>(Func<UnitOfWork, List<Signeringsrad>, Signeringsrad, Task<T>> endre, CancellationToken ct)
    {
        // Some hundred milliseconds of searching for primes are kept out of the writer.
        var ny = await Task.Run(() => lager.LagRad(Signeringsrad.Neste), ct);
        var svar = await database.WriteAsync(
            async (unit, ct) =>
            {
                var rader = await unit.Connection.QueryAsync<Signeringsrad>(
                    unit.Sql(Laas + Signeringslager.Alle), new { miljoe = oppsett.Miljoe }, unit.Transaction);
                return await endre(unit, rader.AsList(), ny);
            }, ct);
        // The change is made: a caller that hangs up now must not keep this host from hearing of it.
        await lager.LastAsync(CancellationToken.None);
        return svar;
    }

    private static Signeringsrad Med(List<Signeringsrad> rader, string tilstand) => rader.Single(r => r.Tilstand == tilstand);

    private async Task TaIBrukAsync(UnitOfWork unit, Signeringsrad neste, Aktoer aktoer)
    {
        await unit.Connection.ExecuteAsync(
            unit.Sql("update maskinporten.signeringsnoekkel set tilstand = 'gjeldende', tatt_i_bruk = @naa where kid = @Kid"),
            new { neste.Kid, naa = clock.GetUtcNow().ToUnixTimeSeconds() },
            unit.Transaction);
        await endringslogg.SkrivAsync(unit, aktoer, Signeringslager.Hendelse, neste.Kid, neste.Tilstand, Signeringsrad.Gjeldende);
    }

    // What no longer signs needs no private part: a copy of the database from tomorrow cannot forge today's tokens.
    private static Task<int> PensjonerAsync(UnitOfWork unit, string kid, DateTimeOffset til) => unit.Connection.ExecuteAsync(
        unit.Sql("update maskinporten.signeringsnoekkel set tilstand = 'gammel', privat = @tom, publiseres_til = @til where kid = @kid"),
        new { kid, tom = Array.Empty<byte>(), til = til.ToUnixTimeSeconds() },
        unit.Transaction);
}
