using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Scopes;

namespace Felles.Tilgang.Delegeringer;

/// <summary>
/// Gives and ends delegations. They are rights of the consumer's, so both parties' changes wait for each other at the consumer's row, and
/// the memory of every host follows the consumer's version.
/// </summary>
internal sealed class Delegeringsendring(Virksomhetsendring ramme, Enheter enheter, Scopelager scopes, Endringsmiljoe miljoe)
{
    /// <summary>Alive after the call; also when the consumer does not have the scope itself, which Altinn lets it do too.</summary>
    public async Task<Endringssvar<Delegering>> GiAsync(
        Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string scope, Aktoer aktoer, CancellationToken ct)
    {
        if (konsument == leverandoer)
            return Avvist(Tilgangsfeilkoder.DelegertTilSegSelv, "leverandoer", "The supplier is the consumer itself.");
        if (await scopes.LesAsync(scope, ct) is not { } funnet)
            return Avvist(Tilgangsfeilkoder.UkjentScope, "scope", "There is no scope of this name.");
        if (!DelegerbartApi.Er(funnet.Scope))
            return Avvist(Tilgangsfeilkoder.IkkeDelegerbart, "scope", "The scope's owner has not made it delegable, or has deactivated it.");
        if (!await enheter.FinnesAsync(leverandoer, ct))
            return Avvist(Tilgangsfeilkoder.UkjentVirksomhet, "leverandoer", "The organisation is not registered.");
        return await ramme.UtfoerAsync(konsument, aktoer, GiAsync, ct);

        async ValueTask<(Delegering, Endringspost?)> GiAsync(UnitOfWork enhet, CancellationToken avbrudd)
        {
            if (await SisteAsync(enhet, konsument, leverandoer, scope, avbrudd) is { Gjelder: true } finnes) return (finnes, null);
            var naa = miljoe.Naa;
            var ny = new Delegering(Guid.CreateVersion7(naa), konsument, leverandoer, scope, naa, aktoer.Hvem);
            await Spoerring.UtfoerAsync(
                enhet,
                avbrudd,
                """
                insert into tilgang.delegering (id, miljoe, konsument, leverandoer, scope, gitt, gitt_av)
                values (@id, @miljoe, @konsument, @leverandoer, @scope, @gitt, @av)
                """,
                ("id", ny.Id.ToString()),
                ("miljoe", miljoe.Navn),
                ("konsument", (long)konsument.Value),
                ("leverandoer", (long)leverandoer.Value),
                ("scope", scope),
                ("gitt", Microseconds.From(ny.Gitt)),
                ("av", ny.GittAv));
            return (ny, Post(ny, null, "AKTIV"));
        }
    }

    /// <summary>Ended after the call. One that was ended before is answered as it is.</summary>
    public Task<Endringssvar<Delegering>> AvsluttAsync(
        Organisasjonsnummer konsument,
        Organisasjonsnummer leverandoer,
        string scope,
        Delegeringsside side,
        Aktoer aktoer,
        CancellationToken ct) => ramme.ProevAsync<Delegering>(
        konsument,
        aktoer,
        async (enhet, avbrudd) =>
        {
            if (await SisteAsync(enhet, konsument, leverandoer, scope, avbrudd) is not { } siste)
            {
                return new Endringsutfall<Delegering>.Avvist(
                    new Funn(Tilgangsfeilkoder.DelegeringFinnesIkke, "scope", "The scope was never delegated to the supplier."));
            }

            if (!siste.Gjelder) return new Endringsutfall<Delegering>.Uendret(siste);
            var ny = await AvsluttAsync(enhet, siste, miljoe.Naa, side, aktoer, avbrudd);
            return new Endringsutfall<Delegering>.Endret(ny, Slutt(ny, side));
        },
        ct);

    /// <summary>Ends a live delegation inside a unit of work that holds the consumer's lock; the caller records it.</summary>
    public static async ValueTask<Delegering> AvsluttAsync(
        UnitOfWork enhet, Delegering delegering, DateTimeOffset naa, Delegeringsside side, Aktoer aktoer, CancellationToken ct)
    {
        await Spoerring.UtfoerAsync(
            enhet,
            ct,
            "update tilgang.delegering set avsluttet = @naa, avsluttet_av = @av, avsluttet_side = @side where id = @id",
            ("naa", Microseconds.From(naa)),
            ("av", aktoer.Hvem),
            ("side", Delegeringslister.Tekst(side)),
            ("id", delegering.Id.ToString()));
        return delegering with { Avsluttet = naa, AvsluttetAv = aktoer.Hvem, Side = side };
    }

    public static Endringspost Slutt(Delegering delegering, Delegeringsside side) =>
        Post(delegering, "AKTIV", $"AVSLUTTET {Delegeringslister.Tekst(side)}");

    private async ValueTask<Delegering?> SisteAsync(
        UnitOfWork enhet, Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, string scope, CancellationToken ct)
    {
        var alle = await Spoerring.ListeAsync(
            Spoerring.Ny(
                enhet,
                $"""
                {Delegeringslister.Valg}
                where konsument = @konsument and miljoe = @miljoe and leverandoer = @leverandoer and scope = @scope
                order by case when avsluttet is null then 0 else 1 end, gitt desc limit 1
                """,
                ("konsument", (long)konsument.Value),
                ("miljoe", miljoe.Navn),
                ("leverandoer", (long)leverandoer.Value),
                ("scope", scope)),
            Delegeringslister.Les,
            ct);
        return alle.FirstOrDefault();
    }

    private static Endringspost Post(Delegering delegering, string? fra, string til) =>
        new("delegering", delegering.Konsument.Value, $"{delegering.Scope} {delegering.Leverandoer}", fra, til);

    private static Endringssvar<Delegering>.Avvist Avvist(Feilkode kode, string sti, string melding) => new(new Funn(kode, sti, melding));
}
