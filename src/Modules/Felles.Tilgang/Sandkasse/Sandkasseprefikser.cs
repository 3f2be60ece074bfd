using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Prefikser;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Sandkasse;

/// <summary>Assigns the prefixes of sandbox organisations. One that exists belongs to somebody and stays there.</summary>
internal sealed class Sandkasseprefikser(Prefiksendring endring, Prefikslager lager, IOptions<FellesOptions> valg) : IStartupStep
{
    private static readonly Aktoer Froe = Aktoer.Program("prefixes of the sandbox at start");

    public int Order => 28;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!valg.Value.IsSandkasse) return;
        var finnes = (await lager.LesAlleAsync(ct)).Select(p => p.Navn).ToHashSet();
        foreach (var virksomhet in Sandkassevirksomhet.Alle.Where(v => v.Prefiks is not null && !finnes.Contains(v.Prefiks)))
        {
            var svar = await endring.TildelAsync(virksomhet.Prefiks!, virksomhet.Organisasjonsnummer, Froe, ct);
            _ = svar.Match(
                utfoert => utfoert.Tilstand,
                avvist => throw new InvalidDataException($"sandkassevirksomheter.csv: {virksomhet.Navn}: {avvist.Funn.Feil.Kode}"));
        }
    }
}
