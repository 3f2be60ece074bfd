using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Sertifikater;
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
    Sertifikatkontroll sertifikater,
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
        new Noekkelsteg(),
        new Sertifikatsteg(sertifikater),
        new Sertifikateiersteg(),
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

    public IReadOnlyList<ITokensteg> Steg => steg;

    /// <param name="forespoersel">Learns what each check found.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="bestaatt">Is told of each check that was passed.</param>
    /// <returns>The first refusal; or null when nothing is left to be known but that the <c>jti</c> is new.</returns>
    public async ValueTask<Avslag?> ProevAsync(
        Tokenforespoersel forespoersel, CancellationToken ct, Action<ITokensteg>? bestaatt = null)
    {
        foreach (var ett in steg)
        {
            if (await ett.ProevAsync(forespoersel, ct) is { } avslag)
                return await forespoersel.AvvisGjenbrukAsync() ?? avslag;
            bestaatt?.Invoke(ett);
        }

        return null;
    }
}
