using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Modell;

namespace Felles.Folkeregister.Registrering;

/// <summary>Where the entries of one element stand in the model, and the rules of its history ("Historikk", Skatteetaten).</summary>
/// <param name="element">The element.</param>
/// <param name="les">Its entries in a person.</param>
/// <param name="skriv">The person with other entries.</param>
/// <param name="form">Writes one entry in wire form.</param>
internal sealed class Elementvei<T>(
    Personelement element,
    Func<Folkeregisterperson, Liste<T>> les,
    Func<Folkeregisterperson, Liste<T>, Folkeregisterperson> skriv,
    Action<Wireskriver, T> form)
    where T : Opplysning
{
    public Personelement Element => element;

    /// <summary>Whether an entry that is replaced stays as history; otherwise it is gone.</summary>
    public bool Historikk { get; init; } = true;

    /// <summary>Whether several entries may be current at once, so that a new one replaces none of itself.</summary>
    public bool Parallelle { get; init; }

    /// <summary>The grading of an address, and the same address with another; null for what is no address.</summary>
    public (Func<T, Adressegradering> Les, Func<T, Adressegradering, T> Sett)? Gradering { get; init; }

    public Liste<T> Les(Folkeregisterperson person) => les(person);

    /// <summary>The person with these entries: the current first, then the newest (observed order of the register).</summary>
    public Folkeregisterperson Skriv(Folkeregisterperson person, IEnumerable<T> oppfoeringer) =>
        skriv(person, Liste.Av(oppfoeringer
            .OrderBy(o => o.ErGjeldende == false)
            .ThenByDescending(o => o.Gyldighetstidspunkt?.Instant ?? DateTimeOffset.MinValue)));

    public byte[] Wire(T oppfoering)
    {
        var ut = new Wireskriver();
        form(ut, oppfoering);
        return ut.Dokument.ToArray();
    }

    /// <summary>What an entry says, without when, by whom and why.</summary>
    public static T Innhold(T oppfoering) => oppfoering with
    {
        Ajourholdstidspunkt = null,
        ErGjeldende = null,
        Kilde = null,
        Aarsak = null,
        Gyldighetstidspunkt = null,
        Opphoerstidspunkt = null,
    };
}
