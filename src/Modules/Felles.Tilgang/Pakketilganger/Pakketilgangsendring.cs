using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Pakketilganger;

/// <summary>
/// Opens and closes packages. This record stands beside the grant of the scope because tokens cannot be called back: closing the package
/// refuses the next call of a live token, withdrawing the scope only the next token.
/// </summary>
internal sealed class Pakketilgangsendring(Virksomhetsendring ramme, Endringsmiljoe miljoe)
{
    public Task<Endringssvar<Pakketilgang>> SettAsync(
        Organisasjonsnummer virksomhet, Rettighetspakke pakke, bool aapen, Aktoer aktoer, CancellationToken ct) =>
        ramme.UtfoerAsync(virksomhet, aktoer, (enhet, avbrudd) => EndreAsync(enhet, virksomhet, pakke, aapen, avbrudd), ct);

    private async ValueTask<(Pakketilgang, Endringspost?)> EndreAsync(
        UnitOfWork enhet, Organisasjonsnummer virksomhet, Rettighetspakke pakke, bool aapen, CancellationToken ct)
    {
        var gammel = await FinnAsync(enhet, virksomhet, pakke, ct);
        if (gammel?.Aapen == aapen) return (gammel, null);
        var naa = miljoe.Naa;
        await Spoerring.UtfoerAsync(
            enhet,
            ct,
            """
            insert into tilgang.pakketilgang (organisasjonsnummer, miljoe, pakke, aapen, opprettet, endret)
            values (@virksomhet, @miljoe, @pakke, @aapen, @naa, @naa)
            on conflict (organisasjonsnummer, miljoe, pakke) do update set aapen = excluded.aapen, endret = excluded.endret
            """,
            ("virksomhet", (long)virksomhet.Value),
            ("miljoe", miljoe.Navn),
            ("pakke", pakke.Navn),
            ("aapen", aapen ? 1L : 0L),
            ("naa", Microseconds.From(naa)));
        return (
            new Pakketilgang(virksomhet, pakke, aapen, gammel?.Opprettet ?? naa, naa),
            new Endringspost("pakketilgang", virksomhet.Value, pakke.Navn, gammel is null ? null : Tekst(gammel.Aapen), Tekst(aapen)));
    }

    private async ValueTask<Pakketilgang?> FinnAsync(
        UnitOfWork enhet, Organisasjonsnummer virksomhet, Rettighetspakke pakke, CancellationToken ct)
    {
        var sporring = Spoerring.Ny(
            enhet,
            $"{Pakketilgangslister.Valg} where organisasjonsnummer = @virksomhet and miljoe = @miljoe and pakke = @pakke",
            ("virksomhet", (long)virksomhet.Value),
            ("miljoe", miljoe.Navn),
            ("pakke", pakke.Navn));
        return (await Spoerring.ListeAsync(sporring, Pakketilgangslister.Les, ct)).FirstOrDefault();
    }

    private static string Tekst(bool aapen) => aapen ? "aapen" : "stengt";
}
