using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Pakketilganger;
using Felles.Tilgang.Scopetilganger;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Sandkasse;

/// <summary>
/// Gives the sandbox organisations their scopes and packages. What has a record, also a denied one, was decided by somebody and stays so.
/// </summary>
internal sealed class Sandkassetilganger(
    Tilgangsforvaltning forvaltning, Scopetilgangslister scopelister, Pakketilgangslister pakkelister, IOptions<FellesOptions> valg)
        : IStartupStep
{
    private static readonly Aktoer Froe = Aktoer.Program("rights of the sandbox clients at start");

    public int Order => 30;

    public Task RunAsync(CancellationToken ct) =>
        valg.Value.IsSandkasse ? Task.WhenAll(Sandkassevirksomhet.Alle.Select(v => GiAsync(v, ct))) : Task.CompletedTask;

    private async Task GiAsync(Sandkassevirksomhet virksomhet, CancellationToken ct)
    {
        var nummer = virksomhet.Organisasjonsnummer;
        var scopes = await ScopesAsync(nummer, ct);
        foreach (var scope in virksomhet.Tilganger.Where(s => !scopes.Contains(s)))
            Krev(await forvaltning.GiScopeAsync(nummer, scope, Froe, ct), virksomhet);
        var pakker = (await pakkelister.ForVirksomhetAsync(nummer, ct)).Select(p => p.Pakke).ToHashSet();
        foreach (var pakke in virksomhet.Pakker.Where(p => !pakker.Contains(p)))
            Krev(await forvaltning.AapnePakkeAsync(nummer, pakke, Froe, ct), virksomhet);
    }

    private async ValueTask<HashSet<string>> ScopesAsync(Organisasjonsnummer nummer, CancellationToken ct) =>
        (await scopelister.ForVirksomhetAsync(nummer, ct)).Select(t => t.Scope).ToHashSet();

    private static void Krev<T>(Endringssvar<T> svar, Sandkassevirksomhet virksomhet) => _ = svar.Match(
        utfoert => utfoert.Tilstand,
        avvist =>
            throw new InvalidDataException($"sandkassevirksomheter.csv: {virksomhet.Navn}: {avvist.Funn.Feil.Kode} ({avvist.Funn.Sti})"));
}
