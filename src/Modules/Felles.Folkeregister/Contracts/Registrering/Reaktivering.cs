using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>A number that was withdrawn wrongly is in use again, and the status before counts. Of the dead, see <see cref="Doedsretting"/>.</summary>
public sealed record Reaktivering : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Person, "person") is not { } person)
            return;
        if (!person.ErOpphoert || person.Gjeldende(Elementveier.Identifikasjonsnummer) is not { } nummer)
        {
            gang.Avvis(Registreringsfeilkoder.IkkeRegistrert, "person");
            return;
        }

        var hendelse = person.Hendelse(Hendelsestype.PersonErReaktivert);
        hendelse.Korriger(
            Elementveier.Identifikasjonsnummer, nummer, nummer with { Status = Identifikatorstatuskode.IBruk });
        Statuser.Tilbake(hendelse, person, Personstatus.Opphoert);
    }
}
