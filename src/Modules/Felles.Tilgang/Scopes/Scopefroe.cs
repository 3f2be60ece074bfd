using Felles.Kernel.Datafiler;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Scopes;

/// <summary>
/// Makes the scopes of <c>data/tilgang/scopes.csv</c> that do not exist yet. A scope that exists belongs to its owner and is left as it is.
/// </summary>
internal sealed class Scopefroe(Scopelager lager, Scopeendring endring) : IStartupStep
{
    private static readonly Aktoer Froe = Aktoer.Program("scopes from the data file at start");

    /// <summary>Before clients and grants (30), which name scopes.</summary>
    public int Order => 25;

    public async Task RunAsync(CancellationToken ct)
    {
        var finnes = (await lager.LesAlleAsync(ct)).Select(s => s.Scope.Navn).ToHashSet();
        // Together, so that the first start pays for one flush and not for one each.
        await Task.WhenAll(Les().Where(s => !finnes.Contains(s.Navn)).Select(s => OpprettAsync(s, ct)));
    }

    private async Task OpprettAsync(Scope scope, CancellationToken ct)
    {
        var svar = await endring.LagreAsync(scope, Froe, ct);
        _ = svar.Match(
            utfoert => utfoert.Tilstand,
            avvist => throw new InvalidDataException($"scopes.csv: {scope.Navn}: {avvist.Funn.Sti}: {avvist.Funn.Melding}"));
    }

    private static IEnumerable<Scope> Les() => Datatabell.Read(typeof(Scopefroe).Assembly, "scopes.csv").Rader.Select(rad => new Scope
    {
        Prefix = rad["prefix"],
        Subscope = rad["subscope"],
        Eier = Organisasjonsnummer.TryParse(rad["eier"], out var eier) ? eier : null,
        Beskrivelse = rad["beskrivelse"],
        Synlighet = Enum.Parse<Synlighet>(rad["synlighet"], ignoreCase: true),
        AtMaxAge = int.Parse(rad["at_max_age"]),
        Delegeringskilde = rad["delegering"] is { Length: > 0 } kilde ? kilde : null,
        TilgjengeligForAlle = rad.Ja("for_alle"),
        Integrasjonstyper = rad.Liste("integrasjonstyper"),
    });
}
