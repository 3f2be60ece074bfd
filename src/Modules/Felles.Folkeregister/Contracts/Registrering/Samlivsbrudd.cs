using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Two spouses are separated or divorced (ekteskapsloven §§ 19–23). Separation leaves them related; divorce ends the relation on both
/// sides.
/// </summary>
public sealed record Samlivsbrudd : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    public required Folkeregisteridentifikator Ektefelle { get; init; }

    public required DateOnly Dato { get; init; }

    /// <summary>True for divorce, false for separation.</summary>
    public required bool Skilsmisse { get; init; }

    public string? Myndighet { get; init; }

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Person, Ektefelle];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Dato, "dato") || await gang.FinnLevendeAsync(Person, "person") is not { } en
            || await gang.FinnLevendeAsync(Ektefelle, "ektefelle") is not { } to)
            return;
        if (ReferenceEquals(en, to))
            gang.Avvis(SammePerson, "ektefelle");
        else if (!Ektepar.ErGiftMed(en, to) || !Ektepar.ErGiftMed(to, en))
            gang.Avvis(IkkeGift, "ektefelle");
        else if (!Skilsmisse && en.Gjeldende(Elementveier.Sivilstand)!.Type is Sivilstandstype.Separert or Sivilstandstype.SeparertPartner)
            gang.Avvis(AlleredeRegistrert, "person");
        if (gang.HarFeil)
            return;
        var type = (Skilsmisse, Ektepar.ErPartnerskap(en)) switch
        {
            (true, false) => Sivilstandstype.Skilt,
            (true, true) => Sivilstandstype.SkiltPartner,
            (false, false) => Sivilstandstype.Separert,
            (false, true) => Sivilstandstype.SeparertPartner,
        };
        Sett(en, to, type);
        Sett(to, en, type);
    }

    private void Sett(Personarbeid person, Personarbeid annen, Sivilstandstype type)
    {
        var fra = Registreringsgang.Fra(Dato);
        var mal = new Sivilstand { Type = type, Sivilstandsdato = Dato, Myndighet = Myndighet, Gyldighetstidspunkt = fra };
        Ektepar.SettSivilstand(person, annen, type, mal);
        if (Skilsmisse)
            Ektepar.AvsluttRelasjon(person, annen, fra);
    }
}
