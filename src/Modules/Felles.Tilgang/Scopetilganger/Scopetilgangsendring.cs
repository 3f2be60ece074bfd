using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Tilgang.Scopes;

namespace Felles.Tilgang.Scopetilganger;

/// <summary>Grants, requests and denies scopes. A grant that is taken away stays as <c>DENIED</c>.</summary>
internal sealed class Scopetilgangsendring(Virksomhetsendring ramme, Scopelager scopes, Endringsmiljoe miljoe)
{
    public async Task<Endringssvar<Scopetilgang>> SettAsync(
        Organisasjonsnummer virksomhet, string scope, Tilgangsstatus status, Aktoer aktoer, CancellationToken ct)
    {
        if (await scopes.LesAsync(scope, ct) is null)
        {
            return new Endringssvar<Scopetilgang>.Avvist(
                new Funn(Tilgangsfeilkoder.UkjentScope, "scope", "There is no scope of this name."));
        }

        return await ramme.UtfoerAsync(
            virksomhet, aktoer, (enhet, avbrudd) => EndreAsync(enhet, virksomhet, scope, status, avbrudd), ct);
    }

    private async ValueTask<(Scopetilgang, Endringspost?)> EndreAsync(
        UnitOfWork enhet, Organisasjonsnummer virksomhet, string scope, Tilgangsstatus status, CancellationToken ct)
    {
        var gammel = await FinnAsync(enhet, virksomhet, scope, ct);
        // Asking for what one has must not take it away.
        var uendret = gammel?.Status == status || (status == Tilgangsstatus.Requested && gammel?.Status == Tilgangsstatus.Approved);
        if (gammel is not null && uendret) return (gammel, null);
        var naa = miljoe.Naa;
        await Spoerring.UtfoerAsync(
            enhet,
            ct,
            """
            insert into tilgang.scopetilgang (organisasjonsnummer, miljoe, scope, status, opprettet, endret)
            values (@virksomhet, @miljoe, @scope, @status, @naa, @naa)
            on conflict (organisasjonsnummer, miljoe, scope) do update set status = excluded.status, endret = excluded.endret
            """,
            ("virksomhet", (long)virksomhet.Value),
            ("miljoe", miljoe.Navn),
            ("scope", scope),
            ("status", Scopetilgangslister.Tekst(status)),
            ("naa", Microseconds.From(naa)));
        var fra = gammel is null ? null : Scopetilgangslister.Tekst(gammel.Status);
        return (
            new Scopetilgang(virksomhet, scope, status, gammel?.Opprettet ?? naa, naa),
            new Endringspost("scopetilgang", virksomhet.Value, scope, fra, Scopetilgangslister.Tekst(status)));
    }

    private async ValueTask<Scopetilgang?> FinnAsync(UnitOfWork enhet, Organisasjonsnummer virksomhet, string scope, CancellationToken ct)
    {
        var sporring = Spoerring.Ny(
            enhet,
            $"{Scopetilgangslister.Valg} where organisasjonsnummer = @virksomhet and miljoe = @miljoe and scope = @scope",
            ("virksomhet", (long)virksomhet.Value),
            ("miljoe", miljoe.Navn),
            ("scope", scope));
        return (await Spoerring.ListeAsync(sporring, Scopetilgangslister.Les, ct)).FirstOrDefault();
    }
}
