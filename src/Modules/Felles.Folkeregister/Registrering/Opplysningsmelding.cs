using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Registrering;

/// <summary>A change of one entry of one element of one person, with one event.</summary>
internal sealed record Opplysningsmelding<T>(
    Elementvei<T> Vei, Hendelsestype Type, Folkeregisteridentifikator Person, Endring<T> Endring) : Personmelding
    where T : Opplysning
{
    /// <summary>Whether a new value is refused for a person who is dead: most of what a living person decides or does.</summary>
    public bool KreverLevende { get; init; } = true;

    /// <summary>A guard of the element's own; answers false after having refused.</summary>
    public Func<Registreringsgang, T, bool>? Vakt { get; init; }

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Person];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        var levende = KreverLevende && Endring is Nyopplysning<T>;
        if (await (levende ? gang.FinnLevendeAsync(Person, "person") : gang.FinnAsync(Person, "person")) is not { } person)
            return;
        Endring.Match(
            ny => Registrer(gang, person, ny.Opplysning),
            retting => Finn(gang, person, retting.Hvilken) is { } gammel && Rett(gang, person, gammel, retting.Opplysning),
            annullering => Finn(gang, person, annullering.Hvilken) is { } gammel && Annuller(person, gammel),
            opphoer => Finn(gang, person, opphoer.Hvilken) is { } gammel && Avslutt(gang, person, gammel, opphoer.Tidspunkt));
    }

    private bool Registrer(Registreringsgang gang, Personarbeid person, T ny) =>
        ErFortid(gang, ny) && Vakt?.Invoke(gang, ny) != false && person.Hendelse(Type).Registrer(Vei, ny);

    private bool Rett(Registreringsgang gang, Personarbeid person, T gammel, T ny) =>
        ErFortid(gang, ny) && Vakt?.Invoke(gang, ny) != false && person.Hendelse(Type).Korriger(Vei, gammel, ny);

    private bool Annuller(Personarbeid person, T gammel)
    {
        person.Hendelse(Type).Annuller(Vei, gammel);
        return true;
    }

    private bool Avslutt(Registreringsgang gang, Personarbeid person, T gammel, Tidspunkt naar)
    {
        if (!gang.ErFortid(Oslo.Dato(naar.Instant), "tidspunkt"))
            return false;
        person.Hendelse(Type).Opphoer(Vei, gammel, naar);
        return true;
    }

    private static bool ErFortid(Registreringsgang gang, T ny) =>
        ny.Gyldighetstidspunkt is not { } fra || gang.ErFortid(Oslo.Dato(fra.Instant), "opplysning.gyldighetstidspunkt");

    private T? Finn(Registreringsgang gang, Personarbeid person, Func<T, bool>? hvilken)
    {
        var treff = Vei.Les(person.Person).Where(hvilken ?? (static o => o.ErGjeldende != false)).ToArray();
        if (treff.Length == 1)
            return treff[0];
        gang.Avvis(treff.Length == 0 ? IkkeRegistrert : Flertydig, "opplysning");
        return null;
    }
}
