using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// A person gets another number of the same kind, as when birth date or gender was registered wrongly (folkeregisterforskriften § 2-2-1).
/// The old number leads to the person from then on.
/// </summary>
public sealed record Nummerbytte : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    /// <summary>A number that is given already; otherwise the next free one of the registered birth date and gender.</summary>
    public Folkeregisteridentifikator? Identifikator { get; init; }

    internal override bool TildelerNummer => true;

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Person, "person") is not { } person)
            return;
        if (person.ErOpphoert || person.Foedselsdato is not { } foedt)
        {
            gang.Avvis(
                person.ErOpphoert ? Registreringsfeilkoder.PersonErOpphoert : Registreringsfeilkoder.IkkeRegistrert, "person");
            return;
        }

        var kjoenn = person.Gjeldende(Elementveier.Kjoenn)?.Kjoenn;
        if (await gang.TildelAsync(Identifikator, foedt, kjoenn, person.Nummer.Type, "identifikator") is { } nytt)
            Numre.Bytt(person, nytt);
    }
}
