using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// A person is dead. The spouse becomes widowed and the relation between the two ends on both sides; a postal address abroad is closed
/// (news of 2024-03-21).
/// </summary>
public sealed record Doedsmelding : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    public required DateOnly Doedsdato { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Doedsdato, "doedsdato") || await gang.FinnAsync(Person, "person") is not { } person)
            return;
        if (person.ErDoed)
            gang.Avvis(AlleredeRegistrert, "person");
        if (person.Foedselsdato is { } foedt && Doedsdato < foedt)
            gang.Avvis(DatoFoerFoedsel, "doedsdato");
        if (gang.HarFeil)
            return;
        var fra = Registreringsgang.Fra(Doedsdato);
        Doed(person, Doedsdato);
        if (person.Gjeldende(Elementveier.PostadresseIUtlandet) is { } utland)
            person.Hendelse(Hendelsestype.EndringIKontaktinformasjon).Opphoer(Elementveier.PostadresseIUtlandet, utland, fra);
        if (await Ektepar.EktefelleAsync(gang, person) is not { ErDoed: false } ektefelle)
            return;
        var enke = Ektepar.ErPartnerskap(person) ? Sivilstandstype.GjenlevendePartner : Sivilstandstype.EnkeEllerEnkemann;
        ektefelle.Hendelse(Hendelsestype.EndringISivilstand).Registrer(
            Elementveier.Sivilstand, new Sivilstand { Type = enke, Sivilstandsdato = Doedsdato, Gyldighetstidspunkt = fra });
        Ektepar.AvsluttRelasjon(ektefelle, person, fra);
        Ektepar.AvsluttRelasjon(person, ektefelle, fra);
    }

    internal static void Doed(Personarbeid person, DateOnly dato)
    {
        var fra = Registreringsgang.Fra(dato);
        var hendelse = person.Hendelse(Hendelsestype.PersonErDoed);
        hendelse.Registrer(Elementveier.Doedsfall, new Doedsfall { Doedsdato = dato, Gyldighetstidspunkt = fra });
        hendelse.Registrer(
            Elementveier.Status, new Folkeregisterpersonstatus { Status = Personstatus.Doed, Gyldighetstidspunkt = fra });
    }
}
