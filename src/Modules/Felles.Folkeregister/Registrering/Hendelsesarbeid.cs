using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Hendelser.Dokument;
using Felles.Kernel.Tid;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Registrering;

/// <summary>
/// One event while it is being made: each operation changes the person and tells of it in the event document. Without any change there is
/// no event.
/// </summary>
internal sealed class Hendelsesarbeid(Registreringsgang gang, Personarbeid person, Hendelsestype type)
{
    private readonly Egenskapsliste egenskaper = new();

    public Hendelsestype Type => type;

    /// <summary>The number the event is about, where it is not the one the person has afterwards.</summary>
    public long? Identifikator { get; init; }

    /// <summary>For an event that is told although it lists no entries.</summary>
    public bool Uansett { get; init; }

    public bool Tom => egenskaper.Tom && !Uansett;

    public ReadOnlyMemory<byte> Egenskaper => egenskaper.Skrevet;

    /// <summary>
    /// A new entry. What it replaces stays as history without an end of its own, or is gone where the element has no history. False when
    /// the current entry says the same.
    /// </summary>
    /// <param name="vei">The element.</param>
    /// <param name="ny">The entry.</param>
    /// <param name="erstatter">Which current entries it replaces; all where only one can be current, otherwise none.</param>
    public bool Registrer<T>(Elementvei<T> vei, T ny, Func<T, bool>? erstatter = null)
        where T : Opplysning
    {
        if (!Gradert(vei, ref ny))
            return false;
        erstatter ??= vei.Parallelle ? static _ => false : static _ => true;
        var innhold = Elementvei<T>.Innhold(ny);
        var gamle = vei.Les(person.Person);
        if (gamle.Any(g => g.ErGjeldende != false && Elementvei<T>.Innhold(g) == innhold))
            return false;
        ny = gang.Stemple(ny);
        var resten = gamle
            .Where(g => vei.Historikk || g.ErGjeldende == false || !erstatter(g))
            .Select(g => g.ErGjeldende != false && erstatter(g) ? g with { ErGjeldende = false } : g);
        Sett(vei, resten.Prepend(ny), Entitetsendring.RegistrereNy, ny);
        return true;
    }

    /// <summary>An entry that is history from the start, as the number of a duplicate is.</summary>
    public void LeggTilHistorisk<T>(Elementvei<T> vei, T ny)
        where T : Opplysning
    {
        var historisk = gang.Stemple(ny) with { ErGjeldende = false };
        Sett(vei, vei.Les(person.Person).Append(historisk), Entitetsendring.RegistrereNy, historisk);
    }

    /// <summary>Tells of every entry the person has, for one who is in the register again.</summary>
    public void Alle()
    {
        var skriver = new Personskriver();
        var dokument = skriver.Skriv(person.Person);
        egenskaper.LeggAlle(dokument.Span, skriver.Indeks());
    }

    /// <summary>The entry was wrong: it is written over and leaves no history.</summary>
    public bool Korriger<T>(Elementvei<T> vei, T gammel, T ny)
        where T : Opplysning
    {
        if (!Gradert(vei, ref ny))
            return false;
        ny = gang.Stemple(ny with { Gyldighetstidspunkt = ny.Gyldighetstidspunkt ?? gammel.Gyldighetstidspunkt }) with
        {
            ErGjeldende = gammel.ErGjeldende,
            Opphoerstidspunkt = ny.Opphoerstidspunkt ?? gammel.Opphoerstidspunkt,
        };
        if (ny with { Ajourholdstidspunkt = gammel.Ajourholdstidspunkt } == gammel)
            return false;
        Sett(vei, vei.Les(person.Person).Select(g => ReferenceEquals(g, gammel) ? ny : g), Entitetsendring.Korrigere, ny);
        return true;
    }

    /// <summary>The entry should never have been there.</summary>
    public void Annuller<T>(Elementvei<T> vei, T gammel)
        where T : Opplysning =>
        Sett(vei, vei.Les(person.Person).Where(g => !ReferenceEquals(g, gammel)), Entitetsendring.Annullere, gammel);

    /// <summary>The entry has ended and nothing takes its place. Without history it is gone.</summary>
    public void Opphoer<T>(Elementvei<T> vei, T gammel, Tidspunkt naar)
        where T : Opplysning
    {
        if (!vei.Historikk)
        {
            Annuller(vei, gammel);
            return;
        }

        var slutt = gammel with { ErGjeldende = false, Opphoerstidspunkt = naar, Ajourholdstidspunkt = gang.NaaTidspunkt };
        // The document knows three words. An ending is no correction: what stood was right until then.
        Sett(vei, vei.Les(person.Person).Select(g => ReferenceEquals(g, gammel) ? slutt : g), Entitetsendring.RegistrereNy, slutt);
    }

    /// <summary>The same address with another grading: it is the same fact, so only the time of writing changes.</summary>
    public void Graderom<T>(Elementvei<T> vei, T gammel, T ny)
        where T : Opplysning
    {
        if (ny == gammel)
            return;
        var gradert = ny with { Ajourholdstidspunkt = gang.NaaTidspunkt };
        Sett(vei, vei.Les(person.Person).Select(g => ReferenceEquals(g, gammel) ? gradert : g), Entitetsendring.Korrigere, gradert);
    }

    /// <summary>The entry that was last replaced or ended counts again, after an annulment.</summary>
    public void Gjeninnfoer<T>(Elementvei<T> vei, T gammel)
        where T : Opplysning
    {
        var igjen = gammel with { ErGjeldende = true, Opphoerstidspunkt = null, Ajourholdstidspunkt = gang.NaaTidspunkt };
        Sett(vei, vei.Les(person.Person).Select(g => ReferenceEquals(g, gammel) ? igjen : g), Entitetsendring.Korrigere, igjen);
    }

    private void Sett<T>(Elementvei<T> vei, IEnumerable<T> alle, Entitetsendring endring, T oppfoering)
        where T : Opplysning
    {
        person.Person = vei.Skriv(person.Person, alle.ToArray());
        egenskaper.Legg(vei.Element, endring, vei.Wire(oppfoering));
    }

    /// <summary>Fortrolig covers every address; strengt fortrolig leaves no other than the open postadresse.</summary>
    private bool Gradert<T>(Elementvei<T> vei, ref T adresse)
        where T : Opplysning
    {
        if (vei.Gradering is not { } gradering)
            return true;
        switch (person.Skjerming)
        {
            case Adressegradering.Fortrolig:
                adresse = gradering.Sett(adresse, Adressegradering.Fortrolig);
                break;
            case Adressegradering.StrengtFortrolig:
                if (vei.Element == Personelement.Postadresse && gradering.Les(adresse) == Adressegradering.Ugradert)
                    break;
                gang.Avvis(AdresseSkjermet, person.Sted);
                return false;
            default:
                break;
        }

        return true;
    }
}
