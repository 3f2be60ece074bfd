using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Delegeringer;

/// <summary>Takes up and removes suppliers of a consumer. A delegation needs none taken up first; Altinn's dialog shows both.</summary>
internal sealed class Leverandoerendring(Virksomhetsendring ramme, Enheter enheter, Endringsmiljoe miljoe)
{
    public async Task<Endringssvar<Leverandoerkobling>> LeggTilAsync(
        Organisasjonsnummer konsument, Organisasjonsnummer leverandoer, Aktoer aktoer, CancellationToken ct)
    {
        if (konsument == leverandoer)
            return Avvist(Tilgangsfeilkoder.DelegertTilSegSelv, "supplier", "The supplier is the consumer itself.");
        if (!await enheter.FinnesAsync(leverandoer, ct))
            return Avvist(Tilgangsfeilkoder.UkjentVirksomhet, "supplier", "The organisation is not registered.");
        return await ramme.ProevAsync<Leverandoerkobling>(
            konsument,
            aktoer,
            async (enhet, avbrudd) =>
            {
                if (await Leverandoerkobling.FinnAsync(enhet, konsument, leverandoer, miljoe.Navn, avbrudd) is { } finnes)
                    return new Endringsutfall<Leverandoerkobling>.Uendret(finnes);
                var naa = miljoe.Naa;
                var ny = new Leverandoerkobling(Guid.CreateVersion7(naa), konsument, leverandoer, naa);
                await Spoerring.UtfoerAsync(
                    enhet,
                    avbrudd,
                    """
                    insert into tilgang.leverandoer (id, miljoe, konsument, leverandoer, lagt_til, lagt_til_av)
                    values (@id, @miljoe, @konsument, @leverandoer, @naa, @av)
                    """,
                    ("id", ny.Id.ToString()),
                    ("miljoe", miljoe.Navn),
                    ("konsument", (long)konsument.Value),
                    ("leverandoer", (long)leverandoer.Value),
                    ("naa", Microseconds.From(naa)),
                    ("av", aktoer.Hvem));
                return new Endringsutfall<Leverandoerkobling>.Endret(ny, Post(ny, null, "LAGT TIL"));
            },
            ct);
    }

    /// <summary>
    /// Removes the supplier. What is delegated to it is ended with it when <paramref name="medDelegeringer"/>, and otherwise stops the removal.
    /// </summary>
    /// <returns>How many delegations were ended.</returns>
    public Task<Endringssvar<int>> FjernAsync(
        Organisasjonsnummer konsument,
        Organisasjonsnummer leverandoer,
        bool medDelegeringer,
        Delegeringsside side,
        Aktoer aktoer,
        CancellationToken ct) => ramme.ProevAsync<int>(
        konsument,
        aktoer,
        async (enhet, avbrudd) =>
        {
            var kobling = await Leverandoerkobling.FinnAsync(enhet, konsument, leverandoer, miljoe.Navn, avbrudd);
            var delegert = await Spoerring.ListeAsync(
                Spoerring.Ny(
                    enhet,
                    Delegeringslister.Valg
                        + " where konsument = @konsument and miljoe = @miljoe and leverandoer = @leverandoer and avsluttet is null",
                    ("konsument", (long)konsument.Value),
                    ("miljoe", miljoe.Navn),
                    ("leverandoer", (long)leverandoer.Value)),
                Delegeringslister.Les,
                avbrudd);
            if (kobling is null && delegert.Count == 0)
                return new Endringsutfall<int>.Avvist(Funn(Tilgangsfeilkoder.LeverandoerFinnesIkke, "There is no such connection."));
            if (delegert.Count > 0 && !medDelegeringer)
                return new Endringsutfall<int>.Avvist(Funn(Tilgangsfeilkoder.LeverandoerHarDelegeringer, "Say cascade=true to end them too."));
            foreach (var delegering in delegert)
            {
                await Delegeringsendring.AvsluttAsync(enhet, delegering, miljoe.Naa, side, aktoer, avbrudd);
                await Endringslogg.SkrivAsync(
                    enhet, Delegeringsendring.Slutt(delegering, side), aktoer, miljoe.Navn, miljoe.Naa, avbrudd);
            }

            await Spoerring.UtfoerAsync(
                enhet,
                avbrudd,
                "update tilgang.leverandoer set fjernet = @naa, fjernet_av = @av where id = @id",
                ("naa", Microseconds.From(miljoe.Naa)),
                ("av", aktoer.Hvem),
                ("id", kobling?.Id.ToString() ?? ""));
            return new Endringsutfall<int>.Endret(
                delegert.Count, new Endringspost("leverandoer", konsument.Value, leverandoer.ToWire(), "LAGT TIL", "FJERNET"));
        },
        ct);

    private static Endringspost Post(Leverandoerkobling kobling, string? fra, string til) =>
        new("leverandoer", kobling.Konsument.Value, kobling.Leverandoer.ToWire(), fra, til);

    private static Funn Funn(Feilkode kode, string melding) => new(kode, "supplier", melding);

    private static Endringssvar<Leverandoerkobling>.Avvist Avvist(Feilkode kode, string sti, string melding) =>
        new(new Funn(kode, sti, melding));
}
