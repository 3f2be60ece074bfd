using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Registrering;

/// <summary>One person while a registration changes it.</summary>
internal sealed class Personarbeid(Registreringsgang gang, Lagretnummer? foer, Folkeregisterperson person, string sted)
{
    private readonly List<Hendelsesarbeid> hendelser = [];

    /// <summary>The row that was read and is held; null for a person who is new.</summary>
    public Lagretnummer? Foer => foer;

    public Folkeregisterperson Person { get; set; } = person;

    /// <summary>The member of the message that names the person.</summary>
    public string Sted => sted;

    public IEnumerable<Hendelsesarbeid> Hendelser => hendelser.Where(h => !h.Tom);

    /// <summary>The person this one is a duplicate of and is withdrawn for.</summary>
    public Personarbeid? SlaasInnI { get; set; }

    /// <summary>Where the document of a person who is restored by a split comes from.</summary>
    public Dublettrad? GjenopprettesFra { get; init; }

    /// <summary>The number in use, or the one that the person is found by when none is.</summary>
    public Folkeregisteridentifikator Nummer => Gjeldende(Elementveier.Identifikasjonsnummer) is { } naa
        ? naa.FoedselsEllerDNummer
        : Person.Identifikasjonsnummer[0].FoedselsEllerDNummer;

    public bool ErDoed => Person.Doedsfall is not null || Status == Personstatus.Doed;

    public bool ErOpphoert => Gjeldende(Elementveier.Identifikasjonsnummer) is not { Status: Identifikatorstatuskode.IBruk };

    public Personstatus? Status => Gjeldende(Elementveier.Status)?.Status;

    public Adressegradering Skjerming => Gjeldende(Elementveier.Adressebeskyttelse)?.Graderingsnivaa ?? Adressegradering.Ugradert;

    public DateOnly? Foedselsdato => Person.Foedsel.Count > 0 ? Person.Foedsel[0].Foedselsdato : null;

    public Hendelsesarbeid Hendelse(Hendelsestype type, Folkeregisteridentifikator? om = null, bool uansett = false)
    {
        var ny = new Hendelsesarbeid(gang, this, type) { Identifikator = om?.Value, Uansett = uansett };
        hendelser.Add(ny);
        return ny;
    }

    /// <summary>Of a person who is new there is one event: the relations that came with it stand in the document from the start.</summary>
    public void BareOpprettet() =>
        hendelser.RemoveAll(h => h.Type is Hendelsestype.EndringIFamilierelasjon or Hendelsestype.EndringIForeldreansvar);

    /// <summary>The current entry of an element that has one at most.</summary>
    public T? Gjeldende<T>(Elementvei<T> vei)
        where T : Opplysning => vei.Les(Person).FirstOrDefault(o => o.ErGjeldende != false);

    public IEnumerable<T> AlleGjeldende<T>(Elementvei<T> vei)
        where T : Opplysning => vei.Les(Person).Where(o => o.ErGjeldende != false).ToArray();
}
