using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>Somebody has, or no longer has, parental responsibility for a child (barnelova ch. 5). Both documents tell it.</summary>
public sealed record Foreldreansvarsmelding : Personmelding
{
    public required Folkeregisteridentifikator Barn { get; init; }

    public required Folkeregisteridentifikator Ansvarlig { get; init; }

    public required Foreldreansvarstype Ansvar { get; init; }

    /// <summary>What is done with it.</summary>
    public Relasjonsendring Endring { get; init; } = Relasjonsendring.Registrer;

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => [Barn, Ansvarlig];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (await gang.FinnAsync(Barn, "barn") is not { } barn || await gang.FinnAsync(Ansvarlig, "ansvarlig") is not { } ansvarlig)
            return;
        if (ReferenceEquals(barn, ansvarlig))
            gang.Avvis(SammePerson, "ansvarlig");
        if (gang.HarFeil)
            return;
        if (Endring == Relasjonsendring.Registrer)
        {
            Foreldre.GiAnsvar(barn, ansvarlig, Ansvar, null);
            return;
        }

        var gjort = Avslutt(gang, barn, a => a.Ansvarlig, ansvarlig) | Avslutt(gang, ansvarlig, a => a.Ansvarssubjekt, barn);
        if (!gjort)
            gang.Avvis(IkkeRegistrert, "ansvarlig");
    }

    private bool Avslutt(
        Registreringsgang gang, Personarbeid person, Func<Foreldreansvar, Folkeregisteridentifikator?> hvem, Personarbeid annen)
    {
        var hendelse = person.Hendelse(Hendelsestype.EndringIForeldreansvar);
        foreach (var ansvar in person.AlleGjeldende(Elementveier.Foreldreansvar))
        {
            if (hvem(ansvar) is not { } nummer || !Ektepar.HarNummer(annen, nummer))
                continue;
            if (Endring == Relasjonsendring.Annuller)
                hendelse.Annuller(Elementveier.Foreldreansvar, ansvar);
            else
                hendelse.Opphoer(Elementveier.Foreldreansvar, ansvar, Grunn.Gyldighetstidspunkt ?? gang.NaaTidspunkt);
        }

        return !hendelse.Tom;
    }
}
