using Felles.Cli.Kjoering;
using Felles.Cli.Maal;
using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Feil;
using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Cli.Klienter;

/// <param name="ClientId">The <c>iss</c> of its assertions.</param>
/// <param name="Orgnr">Its owner.</param>
/// <param name="Miljoe">Where it counts.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="Tildelt">Those of them that its owner had not been granted before.</param>
internal sealed record RegistrertKlient(
    string ClientId, string Orgnr, string Miljoe, IReadOnlyList<string> Scopes, IReadOnlyList<string> Tildelt);

/// <summary>A client that can have a token at once: registered, and its organisation granted the scopes.</summary>
internal static class Klientregistrering
{
    private const string Verb = "klient registrer";

    internal static async Task<RegistrertKlient> KjoerAsync(IServiceProvider tjenester, NyKlient ny, CancellationToken ct)
    {
        // Everything that may be wrong is found before the first write: a client that was registered half is found by nobody.
        if (await tjenester.GetRequiredService<Enheter>().FinnAsync(ny.Orgnr, ct) is null)
            throw new Kommandofeil(
                Utgangskode.FeilIInndata,
                $"Enhetsregisteret has no organisation {ny.Orgnr}.",
                "Import it first, with \"felles importer virksomheter\".");
        var tilgang = tjenester.GetRequiredService<Tilgangskontroll>();
        if (ny.Scopes.FirstOrDefault(s => tilgang.FinnScope(s) is null) is { } ukjent)
            throw new Kommandofeil(Utgangskode.FeilIInndata, $"There is no scope {ukjent}.");

        var aktoer = Aktoer.Vert(Environment.UserName, $"felles {Verb}");
        var klient = (await tjenester.GetRequiredService<Klientregister>().RegistrerAsync(ny, aktoer, ct)).Match(
            klient => klient,
            () => throw new InvalidOperationException("A new client is never unknown."),
            funn => throw Ugyldig(funn));
        var tildelt = new List<string>();
        foreach (var scope in ny.Scopes)
        {
            if (await TildelAsync(tjenester.GetRequiredService<Tilgangsforvaltning>(), ny, scope, aktoer, ct))
                tildelt.Add(scope);
        }

        await Mappelogg.SkrivAsync(tjenester, Verb);
        var miljoe = tjenester.GetRequiredService<IOptions<FellesOptions>>().Value.Miljoe;
        return new(klient.ClientId, ny.Orgnr.ToWire(), miljoe.ToString().ToLowerInvariant(), ny.Scopes, tildelt);
    }

    private static async Task<bool> TildelAsync(
        Tilgangsforvaltning forvaltning, NyKlient ny, string scope, Aktoer aktoer, CancellationToken ct) =>
        (await forvaltning.GiScopeAsync(ny.Orgnr, scope, aktoer, ct)).Match(
            utfoert => utfoert.Endret,
            avvist => throw Ugyldig([avvist.Funn]));

    private static Kommandofeil Ugyldig(IReadOnlyList<Funn> funn) =>
        new(Utgangskode.FeilIInndata, string.Join(' ', funn.Select(f => $"{f.Sti}: {f.Melding}"))) { Tjenestekode = funn[0].Feil.Kode };
}
