using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>Somebody moves from Norway (folkeregisterloven § 4-2): the home ends, and nothing takes its place.</summary>
public sealed record Utflytting : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    public required DateOnly Utflyttingsdato { get; init; }

    public UtflyttingFraNorge Til { get; init; } = new();

    public KontaktadresseIUtlandet? PostadresseIUtlandet { get; init; }

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Utflyttingsdato, "utflyttingsdato") || await gang.FinnLevendeAsync(Person, "person") is not { } person)
            return;
        if (person.Status == Personstatus.Utflyttet)
        {
            gang.Avvis(Registreringsfeilkoder.AlleredeRegistrert, "person");
            return;
        }

        var fra = Registreringsgang.Fra(Utflyttingsdato);
        var hendelse = person.Hendelse(Hendelsestype.PersonErUtflyttet);
        hendelse.Registrer(Elementveier.Utflytting, Til with { Utflyttingsdato = Utflyttingsdato, Gyldighetstidspunkt = fra });
        hendelse.Registrer(
            Elementveier.Status, new Folkeregisterpersonstatus { Status = Personstatus.Utflyttet, Gyldighetstidspunkt = fra });
        if (person.Gjeldende(Elementveier.Bostedsadresse) is { } hjem)
            hendelse.Opphoer(Elementveier.Bostedsadresse, hjem, fra);
        if (PostadresseIUtlandet is { } post)
        {
            person.Hendelse(Hendelsestype.EndringIKontaktinformasjon).Registrer(
                Elementveier.PostadresseIUtlandet, post with { Gyldighetstidspunkt = fra });
        }
    }
}
