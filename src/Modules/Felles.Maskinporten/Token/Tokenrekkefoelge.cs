using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Token.Steg;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Token;

/// <summary>
/// The order of the checks. It is part of the interface: a request with several faults gets the code of the first, and clients' error
/// handling has come to rely on it. A request that gets past <see cref="Engangssteg"/> has used its <c>jti</c>, whatever follows.
/// </summary>
internal sealed class Tokenrekkefoelge(
    Klientregister klienter,
    Endringsfoelger foelger,
    Tilgangskontroll tilgang,
    Engangsminne minne,
    Maskinportenoppsett oppsett,
    MaskinportenOptions options)
{
    private readonly ITokensteg[] steg =
    [
        new Skjemasteg(),
        new Granttypesteg(),
        new Assertionsteg(),
        new Headersteg(),
        new Kontaktsteg(foelger, tilgang),
        new Klientsteg(klienter),
        // Clients without registered keys authenticate with an enterprise certificate; their check belongs here, in the key's place.
        new Noekkelsteg(),
        new Signatursteg(),
        new Mottakersteg(oppsett),
        new Tidssteg(),
        new Claimnavnsteg(options),
        new Claimverdisteg(),
        new Engangssteg(minne),
        new Scopesteg(tilgang),
        new Integrasjonstypesteg(),
        new Konsumentsteg(),
        new Tilgangssteg(tilgang),
        new Delegeringssteg(tilgang),
        new Detaljsteg(),
    ];

    /// <returns>The first refusal; or null when nothing is left to be known but that the <c>jti</c> is new.</returns>
    public async ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        foreach (var ett in steg)
        {
            if (await ett.ProevAsync(forespoersel, ct) is { } avslag)
                return await forespoersel.AvvisGjenbrukAsync() ?? avslag;
        }

        return null;
    }
}
