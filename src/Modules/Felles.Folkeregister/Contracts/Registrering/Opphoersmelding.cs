using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>A number is withdrawn and nobody goes on under another: it was given to somebody who does not exist, or twice without a
/// trace of
/// the other.</summary>
public sealed record Opphoersmelding : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Person, "person") is not { } person)
            return;
        if (person.ErOpphoert)
        {
            gang.Avvis(Registreringsfeilkoder.AlleredeRegistrert, "person");
            return;
        }

        var hendelse = person.Hendelse(Hendelsestype.PersonErOpphoert);
        Numre.SettUtAvBruk(hendelse, person, person.Nummer);
        hendelse.Registrer(Elementveier.Status, new Folkeregisterpersonstatus { Status = Personstatus.Opphoert });
    }
}
