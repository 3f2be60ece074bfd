using System.Text;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Scopes;
using Felles.Tilgang.Tilgangsminne;

namespace Felles.Tilgang.Prefikser;

/// <summary>Assigns prefixes. The scopes that exist keep their owner: their consumers were granted them by that one.</summary>
internal sealed class Prefiksendring(Database database, Enheter enheter, Tilgangstilstand tilstand, Endringsmiljoe miljoe)
{
    public async Task<Endringssvar<Prefiks>> TildelAsync(string navn, Organisasjonsnummer eier, Aktoer aktoer, CancellationToken ct)
    {
        if (!Scopeendring.ErPrefiks(navn))
            return Avvist(Tilgangsfeilkoder.UgyldigParameter, "prefix", "Lower case letters and digits are needed, 2 to 50.");
        if (!await enheter.FinnesAsync(eier, ct))
            return Avvist(Tilgangsfeilkoder.UkjentVirksomhet, "orgnr", "The organisation is not registered.");
        return await database.WriteAsync<Endringssvar<Prefiks>>(
            async (enhet, avbrudd) =>
            {
                var gammel = await Prefikslager.LaasAsync(enhet, navn, avbrudd);
                if (gammel is null)
                {
                    gammel = await LagAsync(enhet, navn, eier, aktoer, avbrudd);
                    if (gammel.Eier == eier) return new Endringssvar<Prefiks>.Utfoert(gammel, Endret: true);
                }

                if (gammel.Eier == eier) return new Endringssvar<Prefiks>.Utfoert(gammel, Endret: false);
                var etter = gammel with { Eier = eier, Versjon = gammel.Versjon + 1, Endret = miljoe.Naa };
                await Prefikslager.SkrivAsync(enhet, etter, avbrudd);
                await KunngjoerAsync(enhet, etter, gammel, aktoer, avbrudd);
                return new Endringssvar<Prefiks>.Utfoert(etter, Endret: true);
            },
            ct);
    }

    /// <summary>The prefix, made for the owner in this unit of work unless another has made it in the meantime.</summary>
    public async ValueTask<Prefiks> LagAsync(
        UnitOfWork enhet, string navn, Organisasjonsnummer? eier, Aktoer aktoer, CancellationToken ct)
    {
        var ny = await Prefikslager.LagAsync(enhet, navn, eier, miljoe.Naa, ct);
        var prefiks = (await Prefikslager.LaasAsync(enhet, navn, ct))!;
        if (ny) await KunngjoerAsync(enhet, prefiks, null, aktoer, ct);
        return prefiks;
    }

    private async ValueTask KunngjoerAsync(UnitOfWork enhet, Prefiks prefiks, Prefiks? foer, Aktoer aktoer, CancellationToken ct)
    {
        var post = new Endringspost("prefiks", prefiks.Eier?.Value, prefiks.Navn, foer is null ? null : Tekst(foer), Tekst(prefiks));
        await Endringslogg.SkrivAsync(enhet, post, aktoer, miljoe.Navn, miljoe.Naa, ct);
        enhet.Publish(Tilgangshendelse.Stroem, Tilgangshendelse.Prefiks, prefiks.Versjon, Encoding.UTF8.GetBytes(prefiks.Navn));
        enhet.AfterCommit(() => tilstand.TaPrefikser([prefiks]));
    }

    private static string Tekst(Prefiks prefiks) => prefiks.Eier?.ToWire() ?? "felles";

    private static Endringssvar<Prefiks>.Avvist Avvist(Feilkode kode, string sti, string melding) => new(new Funn(kode, sti, melding));
}
