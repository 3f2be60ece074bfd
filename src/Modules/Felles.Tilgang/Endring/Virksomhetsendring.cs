using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Tilgangsminne;
using static Felles.Tilgang.Endring.Spoerring;

namespace Felles.Tilgang.Endring;

/// <summary>
/// The frame around every change of an organisation's rights: one change at a time for each organisation, a version that grows, the record,
/// the event, and this host's memory before the caller is told.
/// </summary>
internal sealed class Virksomhetsendring(Database database, Enheter enheter, Tilgangstilstand tilstand, Endringsmiljoe miljoe)
{
    /// <param name="virksomhet">Must be in Enhetsregisteret.</param>
    /// <param name="aktoer">Who and why.</param>
    /// <param name="endre">Makes the change inside the unit of work; a null post says that it was so already.</param>
    /// <param name="ct">Ends the wait; a change that was taken stays.</param>
    public Task<Endringssvar<T>> UtfoerAsync<T>(
        Organisasjonsnummer virksomhet,
        Aktoer aktoer,
        Func<UnitOfWork, CancellationToken, ValueTask<(T Tilstand, Endringspost? Post)>> endre,
        CancellationToken ct) => ProevAsync<T>(
        virksomhet,
        aktoer,
        async (enhet, avbrudd) =>
        {
            var (tilstanden, post) = await endre(enhet, avbrudd);
            return post is { } endring ? new Endringsutfall<T>.Endret(tilstanden, endring) : new Endringsutfall<T>.Uendret(tilstanden);
        },
        ct);

    /// <summary>The same for a change that can turn out to be impossible.</summary>
    public async Task<Endringssvar<T>> ProevAsync<T>(
        Organisasjonsnummer virksomhet,
        Aktoer aktoer,
        Func<UnitOfWork, CancellationToken, ValueTask<Endringsutfall<T>>> endre,
        CancellationToken ct)
    {
        if (!await enheter.FinnesAsync(virksomhet, ct))
            return new Endringssvar<T>.Avvist(new Funn(Tilgangsfeilkoder.UkjentVirksomhet, "orgnr", "The organisation is not registered."));
        return await database.WriteAsync<Endringssvar<T>>(
            async (enhet, avbrudd) =>
            {
                await LaasAsync(enhet, virksomhet, avbrudd);
                switch (await endre(enhet, avbrudd))
                {
                    case Endringsutfall<T>.Endret endret:
                        await Endringslogg.SkrivAsync(enhet, endret.Post, aktoer, miljoe.Navn, miljoe.Naa, avbrudd);
                        await KunngjoerAsync(enhet, virksomhet, avbrudd);
                        return new Endringssvar<T>.Utfoert(endret.Tilstand, Endret: true);
                    case Endringsutfall<T>.Uendret uendret:
                        return new Endringssvar<T>.Utfoert(uendret.Tilstand, Endret: false);
                    case Endringsutfall<T>.Avvist avvist:
                        return new Endringssvar<T>.Avvist(avvist.Funn);
                    default:
                        throw new InvalidOperationException("A change came to nothing.");
                }
            },
            ct);
    }

    /// <summary>
    /// Two changes of one organisation wait for each other here, so each sees the other's outcome and the versions follow the commits.
    /// </summary>
    private async ValueTask LaasAsync(UnitOfWork enhet, Organisasjonsnummer virksomhet, CancellationToken ct)
    {
        (string, object?)[] noekkel = [("virksomhet", (long)virksomhet.Value), ("miljoe", miljoe.Navn)];
        await Spoerring.UtfoerAsync(
            enhet,
            ct,
            "insert into tilgang.virksomhet (organisasjonsnummer, miljoe, versjon) values (@virksomhet, @miljoe, 0) on conflict do nothing",
            noekkel);
        await TallAsync(
            enhet,
            ct,
            "select versjon from tilgang.virksomhet where organisasjonsnummer = @virksomhet and miljoe = @miljoe {for update}",
            noekkel);
    }

    private async ValueTask KunngjoerAsync(UnitOfWork enhet, Organisasjonsnummer virksomhet, CancellationToken ct)
    {
        var versjon = await TallAsync(
            enhet,
            ct,
            """
            update tilgang.virksomhet set versjon = versjon + 1
            where organisasjonsnummer = @virksomhet and miljoe = @miljoe returning versjon
            """,
            ("virksomhet", (long)virksomhet.Value),
            ("miljoe", miljoe.Navn));
        var ny = await Tilgangslasting.LesAsync(enhet, virksomhet, miljoe.Navn, versjon, ct);
        // The event carries the whole new state of the organisation with its version. So it can be applied twice, or after a newer one,
        // without harm.
        enhet.Publish(Tilgangshendelse.Stroem, Tilgangshendelse.Virksomhet, virksomhet.Value, Tilgangshendelse.Skriv(ny, miljoe.Navn));
        enhet.AfterCommit(() => tilstand.Ta(virksomhet.Value, ny));
    }
}
