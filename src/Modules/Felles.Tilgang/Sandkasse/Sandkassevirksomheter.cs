using Felles.Enhetsregister.Contracts;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Options;

namespace Felles.Tilgang.Sandkasse;

/// <summary>Registers the organisations of the sandbox clients. One that is registered already is left as it is.</summary>
internal sealed class Sandkassevirksomheter(Enheter enheter, IOptions<FellesOptions> valg) : IStartupStep
{
    private static readonly DateOnly Registrert = new(2020, 1, 2);

    public int Order => 20;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!valg.Value.IsSandkasse) return;
        foreach (var virksomhet in Sandkassevirksomhet.Alle)
        {
            if (!await enheter.FinnesAsync(virksomhet.Organisasjonsnummer, ct)) await enheter.LagreAsync(Enhet(virksomhet), ct);
        }
    }

    private static Enhet Enhet(Sandkassevirksomhet virksomhet) => new()
    {
        Organisasjonsnummer = virksomhet.Organisasjonsnummer,
        Navn = virksomhet.Organisasjonsnavn,
        Organisasjonsform = Organisasjonsform.MedKode(virksomhet.Organisasjonsform),
        RegistreringsdatoEnhetsregisteret = Registrert,
        RegistrertIMvaregisteret = virksomhet.Virksomhetstype is not "OFFENTLIG",
        RegistrertIForetaksregisteret = virksomhet.Organisasjonsform is "AS" or "ASA",
        Forretningsadresse = virksomhet.Forretningsadresse,
        Konkurs = false,
        UnderAvvikling = false,
        Maalform = "Bokmål",
    };
}
