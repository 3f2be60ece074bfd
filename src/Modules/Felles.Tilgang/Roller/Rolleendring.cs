using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Datafiler;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Tilgangsminne;

namespace Felles.Tilgang.Roller;

/// <summary>Gives and withdraws roles. A withdrawn role stays, inactive, and is given again under the same id.</summary>
internal sealed class Rolleendring(Database database, Enheter enheter, Rollelager lager, Endringsmiljoe miljoe)
{
    /// <summary>The roles there are (<c>data/tilgang/roller.csv</c>).</summary>
    public static IReadOnlyList<string> Roller { get; } =
        [.. Datatabell.Read(typeof(Rolleendring).Assembly, "roller.csv").Rader.Select(r => r["rolle"])];

    public async Task<Endringssvar<Brukerrolle>> GiAsync(
        string issuer, string subject, Organisasjonsnummer virksomhet, string rolle, Aktoer aktoer, CancellationToken ct)
    {
        if (!Roller.Contains(rolle))
            return Avvist(Tilgangsfeilkoder.UkjentRolle, "rolle", $"The roles are {string.Join(", ", Roller)}.");
        if (!await enheter.FinnesAsync(virksomhet, ct))
            return Avvist(Tilgangsfeilkoder.UkjentVirksomhet, "orgnr", "The organisation is not registered.");
        return await database.WriteAsync<Endringssvar<Brukerrolle>>(
            async (enhet, avbrudd) =>
            {
                var foer = await lager.LaasAsync(enhet, issuer, subject, virksomhet, rolle, avbrudd);
                if (foer is { Aktiv: true }) return new Endringssvar<Brukerrolle>.Utfoert(foer, Endret: false);
                var naa = miljoe.Naa;
                var id = await Spoerring.TallAsync(
                    enhet,
                    avbrudd,
                    """
                    insert into tilgang.rolle (miljoe, issuer, subject, organisasjonsnummer, rolle, aktiv, opprettet, endret)
                    values (@miljoe, @issuer, @subject, @virksomhet, @rolle, 1, @naa, @naa)
                    on conflict (miljoe, issuer, subject, organisasjonsnummer, rolle) do update set aktiv = 1, endret = excluded.endret
                    returning id
                    """,
                    ("miljoe", miljoe.Navn),
                    ("issuer", issuer),
                    ("subject", subject),
                    ("virksomhet", (long)virksomhet.Value),
                    ("rolle", rolle),
                    ("naa", Microseconds.From(naa)));
                var gitt = new Brukerrolle(id, issuer, subject, virksomhet, rolle, Aktiv: true, foer?.Opprettet ?? naa, naa);
                await FoerAsync(enhet, gitt, foer, aktoer, avbrudd);
                return new Endringssvar<Brukerrolle>.Utfoert(gitt, Endret: true);
            },
            ct);
    }

    public Task<Endringssvar<Brukerrolle>> TrekkAsync(long id, Aktoer aktoer, CancellationToken ct) => database.WriteAsync(
        async (enhet, avbrudd) =>
        {
            var foer = await lager.LaasAsync(enhet, id, avbrudd);
            if (foer is null) return Avvist(Tilgangsfeilkoder.RolleFinnesIkke, "id", "Nobody has been given a role with this id.");
            if (!foer.Aktiv) return new Endringssvar<Brukerrolle>.Utfoert(foer, Endret: false);
            var trukket = foer with { Aktiv = false, Endret = miljoe.Naa };
            await Spoerring.UtfoerAsync(
                enhet,
                avbrudd,
                "update tilgang.rolle set aktiv = 0, endret = @naa where id = @id",
                ("naa", Microseconds.From(trukket.Endret)),
                ("id", id));
            await FoerAsync(enhet, trukket, foer, aktoer, avbrudd);
            return new Endringssvar<Brukerrolle>.Utfoert(trukket, Endret: true);
        },
        ct);

    private async ValueTask FoerAsync(UnitOfWork enhet, Brukerrolle naa, Brukerrolle? foer, Aktoer aktoer, CancellationToken ct)
    {
        // By id: the record of the change shall not tell who the person is a second time.
        var post = new Endringspost("rolle", naa.Virksomhet.Value, $"{naa.Rolle} {naa.Id}", foer is null ? null : Tekst(foer), Tekst(naa));
        await Endringslogg.SkrivAsync(enhet, post, aktoer, miljoe.Navn, miljoe.Naa, ct);
        enhet.Publish(Tilgangshendelse.Stroem, Tilgangshendelse.Rolle, naa.Id, ReadOnlyMemory<byte>.Empty);
    }

    private static string Tekst(Brukerrolle rolle) => rolle.Aktiv ? "gitt" : "trukket";

    private static Endringssvar<Brukerrolle> Avvist(Feilkode kode, string sti, string melding) =>
        new Endringssvar<Brukerrolle>.Avvist(new Funn(kode, sti, melding));
}
