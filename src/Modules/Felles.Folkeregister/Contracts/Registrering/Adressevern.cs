using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Protection of a person's addresses is set, changed or removed (folkeregisterforskriften § 10-4). One event carries all address changes
/// of the act. Fortrolig marks every address. Strengt fortrolig removes every home and other address, former ones too, and leaves one open
/// postadresse.
/// </summary>
public sealed record Adressevern : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    /// <summary>Ugradert removes the protection. Klientadresse belongs to one address and is no protection of a person.</summary>
    public required Adressegradering Nivaa { get; init; }

    /// <summary>The open address of the police or the tax office; required with strengt fortrolig, and ungraded.</summary>
    public Kontaktadresse? AapenPostadresse { get; init; }

    /// <summary>The home that is registered in the same act, as when strengt fortrolig ends.</summary>
    public Bostedsadresse? Bostedsadresse { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        var strengt = Nivaa == Adressegradering.StrengtFortrolig;
        if (Nivaa == Adressegradering.Klientadresse || (strengt && Bostedsadresse is not null))
            gang.Avvis(Registreringsfeilkoder.AdresseSkjermet, Bostedsadresse is null ? "nivaa" : "bostedsadresse");
        if (strengt != (AapenPostadresse is { Adressegradering: Adressegradering.Ugradert }))
            gang.Avvis(Registreringsfeilkoder.AdresseSkjermet, "aapenPostadresse");
        if (await gang.FinnAsync(Person, "person") is not { } person || gang.HarFeil)
            return;
        var foer = person.Skjerming;
        if (foer == Nivaa && Bostedsadresse is null)
            return;
        var hendelse = person.Hendelse(Hendelsestype.EndringIAdressebeskyttelse);
        if (Nivaa != Adressegradering.Ugradert)
            hendelse.Registrer(Elementveier.Adressebeskyttelse, new GraderingAvAdresse { Graderingsnivaa = Nivaa });
        else if (person.Gjeldende(Elementveier.Adressebeskyttelse) is { } gammel)
            hendelse.Annuller(Elementveier.Adressebeskyttelse, gammel);
        if (foer == Adressegradering.StrengtFortrolig)
            Fjern(hendelse, person, Elementveier.Postadresse);
        var vern = new Adressegrep(hendelse, person, strengt ? null : Nivaa);
        vern.Behandle(Elementveier.Bostedsadresse);
        vern.Behandle(Elementveier.DeltBosted);
        vern.Behandle(Elementveier.Oppholdsadresse);
        vern.Behandle(Elementveier.Postadresse);
        vern.Behandle(Elementveier.PostadresseIUtlandet);
        if (AapenPostadresse is { } aapen)
            hendelse.Registrer(Elementveier.Postadresse, aapen);
        if (Bostedsadresse is { } hjem)
            hendelse.Registrer(Elementveier.Bostedsadresse, hjem);
    }

    private static void Fjern<T>(Hendelsesarbeid hendelse, Personarbeid person, Elementvei<T> vei)
        where T : Opplysning
    {
        foreach (var adresse in vei.Les(person.Person).ToArray())
            hendelse.Annuller(vei, adresse);
    }

    /// <summary>What the level does with each address; no level removes them.</summary>
    private readonly struct Adressegrep(Hendelsesarbeid hendelse, Personarbeid person, Adressegradering? nivaa)
    {
        public void Behandle<T>(Elementvei<T> vei)
            where T : Opplysning
        {
            if (nivaa is not { } gradering)
            {
                Fjern(hendelse, person, vei);
                return;
            }

            foreach (var adresse in vei.Les(person.Person).ToArray())
            {
                // Without the protection an address is open again; klientadresse was never a matter of the person.
                var (les, sett) = vei.Gradering!.Value;
                if (gradering != Adressegradering.Ugradert || les(adresse) >= Adressegradering.Fortrolig)
                    hendelse.Graderom(vei, adresse, sett(adresse, gradering));
            }
        }
    }
}
