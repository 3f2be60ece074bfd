using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Two persons are related, or are not after all: parent and child by paternity or adoption, siblings. Both documents tell it. Marriage and
/// birth bring their relations themselves.
/// </summary>
public sealed record Familierelasjonsmelding : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    public required Folkeregisteridentifikator RelatertPerson { get; init; }

    public required Familierelasjontype RelatertPersonsRolle { get; init; }

    public required Familierelasjontype MinRolle { get; init; }

    /// <summary>What is done with the relation.</summary>
    public Relasjonsendring Endring { get; init; } = Relasjonsendring.Registrer;

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Person, RelatertPerson];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Person, "person") is not { } en || await gang.FinnAsync(RelatertPerson, "relatertPerson") is not { } to)
            return;
        if (ReferenceEquals(en, to))
            gang.Avvis(SammePerson, "relatertPerson");
        if (gang.HarFeil)
            return;
        var gjort = Gjoer(gang, en, to, RelatertPersonsRolle, MinRolle) | Gjoer(gang, to, en, MinRolle, RelatertPersonsRolle);
        if (!gjort && Endring != Relasjonsendring.Registrer)
            gang.Avvis(IkkeRegistrert, "relatertPerson");
    }

    private bool Gjoer(
        Registreringsgang gang, Personarbeid person, Personarbeid annen, Familierelasjontype rolle, Familierelasjontype minRolle)
    {
        if (Endring == Relasjonsendring.Registrer)
        {
            Foreldre.Relasjon(person, annen, rolle, minRolle, null);
            return true;
        }

        var hendelse = person.Hendelse(Hendelsestype.EndringIFamilierelasjon);
        foreach (var relasjon in person.AlleGjeldende(Elementveier.Familierelasjon))
        {
            if (relasjon.RelatertPersonsRolle != rolle || relasjon.RelatertPerson is not { } nummer || !Ektepar.HarNummer(annen, nummer))
                continue;
            if (Endring == Relasjonsendring.Annuller)
                hendelse.Annuller(Elementveier.Familierelasjon, relasjon);
            else
                hendelse.Opphoer(Elementveier.Familierelasjon, relasjon, Grunn.Gyldighetstidspunkt ?? gang.NaaTidspunkt);
        }

        return !hendelse.Tom;
    }
}

/// <summary>What is done with something that two documents tell of.</summary>
public enum Relasjonsendring
{
    /// <summary>It is so from now on.</summary>
    Registrer,

    /// <summary>It is so no more.</summary>
    Avslutt,

    /// <summary>It never was so.</summary>
    Annuller,
}
