using Dapper;
using Felles.Storage;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten;

/// <summary>The durable record of each change of a client or signing key, written in the same transaction as the change.</summary>
internal sealed class Endringslogg(Maskinportenoppsett oppsett, TimeProvider clock)
{
    /// <param name="unit">The transaction of the change.</param>
    /// <param name="aktoer">Who and why.</param>
    /// <param name="type">The kind of thing, which is also the type of its event.</param>
    /// <param name="gjelder">The client id or the kid.</param>
    /// <param name="fra">The state before; null when it is new.</param>
    /// <param name="til">The state after.</param>
    public Task SkrivAsync(UnitOfWork unit, Aktoer aktoer, string type, string gjelder, string? fra, string til) =>
        unit.Connection.ExecuteAsync(
            unit.Sql("""
                insert into maskinporten.endring (tid, miljoe, hvem, grunn, type, gjelder, fra, til)
                values (@tid, @miljoe, @Hvem, @Grunn, @type, @gjelder, @fra, @til)
                """),
            new
            {
                tid = clock.GetUtcNow().ToUnixTimeSeconds(),
                miljoe = oppsett.Miljoe,
                aktoer.Hvem,
                aktoer.Grunn,
                type,
                gjelder,
                fra,
                til,
            },
            unit.Transaction);
}
