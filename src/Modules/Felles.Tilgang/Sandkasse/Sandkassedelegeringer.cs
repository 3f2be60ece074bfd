using Felles.Kernel.Datafiler;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Delegeringer;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Sandkasse;

/// <summary>
/// Makes the delegations of the sandbox, so that a supplier's first call works. One that was given before, ended or not, was decided by
/// somebody and stays so.
/// </summary>
internal sealed class Sandkassedelegeringer(Tilgangsforvaltning forvaltning, Delegeringslister lister, IOptions<FellesOptions> valg)
    : IStartupStep
{
    private static readonly Aktoer Froe = Aktoer.Program("delegations of the sandbox clients at start");

    /// <summary>With the grants: a delegation needs the scope alone.</summary>
    public int Order => 30;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!valg.Value.IsSandkasse) return;
        foreach (var rad in Datatabell.Read(typeof(Sandkassedelegeringer).Assembly, "sandkassedelegeringer.csv").Rader)
        {
            var (konsument, leverandoer, scope) = (Nummer(rad["konsument"]), Nummer(rad["leverandoer"]), rad["scope"]);
            var soek = new Delegeringssoek(konsument, leverandoer, scope, BareGjeldende: false, Antall: 1);
            if ((await lister.FinnAsync(soek, ct)).Count > 0) continue;
            var svar = await forvaltning.DelegerAsync(konsument, leverandoer, scope, Froe, ct);
            _ = svar.Match(
                utfoert => utfoert.Tilstand,
                avvist => throw new InvalidDataException($"sandkassedelegeringer.csv: {avvist.Funn.Feil.Kode} ({avvist.Funn.Sti})"));
        }
    }

    private static Organisasjonsnummer Nummer(string navn) => Sandkassevirksomhet.Alle.First(v => v.Navn == navn).Organisasjonsnummer;
}
