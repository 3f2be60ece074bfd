using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// A death was registered with a wrong date, or wrongly at all. The register annuls it, with the event personErReaktivert, and registers it
/// again when there is a right date ("Hendelser fra Folkeregisteret" v1.8).
/// </summary>
public sealed record Doedsretting : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    /// <summary>The right date; null when the person lives.</summary>
    public DateOnly? Doedsdato { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Doedsdato, "doedsdato") || await gang.FinnAsync(Person, "person") is not { } person)
            return;
        if (person.Person.Doedsfall is not { } doedsfall)
        {
            gang.Avvis(IkkeRegistrert, "person");
            return;
        }

        if (Doedsdato is { } ny && person.Foedselsdato is { } foedt && ny < foedt)
        {
            gang.Avvis(DatoFoerFoedsel, "doedsdato");
            return;
        }

        if (Doedsdato == doedsfall.Doedsdato)
            return;
        var hendelse = person.Hendelse(Hendelsestype.PersonErReaktivert);
        hendelse.Annuller(Elementveier.Doedsfall, doedsfall);
        Statuser.Tilbake(hendelse, person, Personstatus.Doed);
        if (Doedsdato is { } dato)
            Doedsmelding.Doed(person, dato);
        await RettEktefelleAsync(gang, person, doedsfall.Doedsdato);
    }

    private async ValueTask RettEktefelleAsync(Registreringsgang gang, Personarbeid person, DateOnly? feil)
    {
        if (feil is not { } feilDato || await Ektepar.EktefelleEtterDoedenAsync(gang, person, feilDato) is not { } enke)
            return;
        var hendelse = enke.Hendelse(Hendelsestype.EndringISivilstand);
        var naa = enke.Gjeldende(Elementveier.Sivilstand)!;
        if (Doedsdato is { } dato)
        {
            var rett = naa with { Sivilstandsdato = dato, Gyldighetstidspunkt = Registreringsgang.Fra(dato) };
            hendelse.Korriger(Elementveier.Sivilstand, naa, rett);
            Ektepar.FlyttSlutt(enke, person, feilDato, Registreringsgang.Fra(dato));
            Ektepar.FlyttSlutt(person, enke, feilDato, Registreringsgang.Fra(dato));
            return;
        }

        hendelse.Annuller(Elementveier.Sivilstand, naa);
        if (enke.Person.Sivilstand.Count > 0)
            hendelse.Gjeninnfoer(Elementveier.Sivilstand, enke.Person.Sivilstand[0]);
        Ektepar.GjeninnfoerRelasjon(enke, person, feilDato);
        Ektepar.GjeninnfoerRelasjon(person, enke, feilDato);
    }
}
