using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Somebody the register knows comes to live in Norway (folkeregisterloven § 4-1). A holder of a d-number gets a fødselsnummer: the
/// event of
/// the number carries the old one, and personErBosatt the new.
/// </summary>
public sealed record Innflytting : Personmelding
{
    public required Folkeregisteridentifikator Person { get; init; }

    public required DateOnly Innflyttingsdato { get; init; }

    public InnflyttingTilNorge Fra { get; init; } = new();

    public required Bostedsadresse Bostedsadresse { get; init; }

    /// <summary>The fødselsnummer of a d-number holder, when it is given already; otherwise the next free one.</summary>
    public Folkeregisteridentifikator? Identifikator { get; init; }

    internal override bool TildelerNummer => true;

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        if (!gang.ErFortid(Innflyttingsdato, "innflyttingsdato") || await gang.FinnLevendeAsync(Person, "person") is not { } person)
            return;
        if (person.Status == Personstatus.Bosatt)
        {
            gang.Avvis(Registreringsfeilkoder.AlleredeRegistrert, "person");
            return;
        }

        if (person.Nummer.Type == Identifikatortype.DNummer)
        {
            if (person.Foedselsdato is not { } foedt)
            {
                gang.Avvis(Registreringsfeilkoder.IkkeRegistrert, "person.foedsel");
                return;
            }

            var kjoenn = person.Gjeldende(Elementveier.Kjoenn)?.Kjoenn;
            if (await gang.TildelAsync(Identifikator, foedt, kjoenn, Identifikatortype.Foedselsnummer, "identifikator") is not { } nytt)
                return;
            Numre.Bytt(person, nytt);
        }

        Bosett(person, Innflyttingsdato, Fra, Bostedsadresse);
    }

    internal static void Bosett(Personarbeid person, DateOnly dato, InnflyttingTilNorge fra, Bostedsadresse hjem)
    {
        var tid = Registreringsgang.Fra(dato);
        var hendelse = person.Hendelse(Hendelsestype.PersonErBosatt);
        hendelse.Registrer(Elementveier.Innflytting, fra with { Gyldighetstidspunkt = tid });
        hendelse.Registrer(
            Elementveier.Status, new Folkeregisterpersonstatus { Status = Personstatus.Bosatt, Gyldighetstidspunkt = tid });
        // Of a person whose home may not stand here, the home is not registered; that they live in Norway is.
        if (person.Skjerming != Adressegradering.StrengtFortrolig)
        {
            hendelse.Registrer(
                Elementveier.Bostedsadresse, hjem with { Flyttedato = hjem.Flyttedato ?? dato, Gyldighetstidspunkt = tid });
        }
    }
}
