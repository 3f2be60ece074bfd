using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>Two persons have married (ekteskapsloven §§ 1 a, 4). Each gets events of their own, and each document names the
/// other.</summary>
public sealed record Vigsel : Personmelding
{
    private const int Myndig = 18;

    public required Folkeregisteridentifikator Person { get; init; }

    public required Folkeregisteridentifikator Ektefelle { get; init; }

    public required DateOnly Dato { get; init; }

    public string? Myndighet { get; init; }

    public string? Kommune { get; init; }

    public string? Sted { get; init; }

    public string? Utland { get; init; }

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Person, Ektefelle];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Dato, "dato") || await gang.FinnLevendeAsync(Person, "person") is not { } en
            || await gang.FinnLevendeAsync(Ektefelle, "ektefelle") is not { } to)
            return;
        if (ReferenceEquals(en, to))
            gang.Avvis(SammePerson, "ektefelle");
        else if (Ektepar.ErGiftMed(en, to))
            gang.Avvis(AlleredeRegistrert, "ektefelle");
        else
            _ = KanGifteSeg(gang, en, "person") & KanGifteSeg(gang, to, "ektefelle");
        if (gang.HarFeil)
            return;
        Gift(en, to);
        Gift(to, en);
    }

    private void Gift(Personarbeid person, Personarbeid annen)
    {
        var fra = Registreringsgang.Fra(Dato);
        Ektepar.SettSivilstand(
            person, annen, Sivilstandstype.Gift,
            new Sivilstand
            {
                Type = Sivilstandstype.Gift,
                Sivilstandsdato = Dato,
                Myndighet = Myndighet,
                Kommune = Kommune,
                Sted = Sted,
                Utland = Utland,
                Gyldighetstidspunkt = fra,
            });
        Ektepar.Knytt(person, annen, fra);
    }

    private bool KanGifteSeg(Registreringsgang gang, Personarbeid person, string sted)
    {
        if (Ektepar.ErGift(person))
        {
            gang.Avvis(AlleredeGift, sted);
            return false;
        }

        // A marriage contracted abroad is judged by the law of that country.
        if (Utland is null && person.Foedselsdato is { } foedt && foedt.AddYears(Myndig) > Dato)
        {
            gang.Avvis(ForUng, sted);
            return false;
        }

        return true;
    }
}
