using Felles.Kernel.Datafiler;

namespace Felles.Enhetsregister.Contracts;

/// <summary>A kind of role within its group; the list is data (<c>data/enhetsregister/rolletyper.csv</c>).</summary>
/// <param name="Gruppe">The group's code and text, for example <c>STYR</c>.</param>
/// <param name="Type">The role's code and text, for example <c>LEDE</c>.</param>
/// <param name="KanVaerePerson">A person may hold it.</param>
/// <param name="KanVaereVirksomhet">An organisation may hold it.</param>
public sealed record Rolletype(Kodeverdi Gruppe, Kodeverdi Type, bool KanVaerePerson, bool KanVaereVirksomhet)
{
    /// <summary>Every kind of role, in the order Enhetsregisteret lists them.</summary>
    public static IReadOnlyList<Rolletype> Alle { get; } =
    [
        .. Datatabell.Read(typeof(Rolletype).Assembly, "rolletyper.csv").Rader.Select(r => new Rolletype(
            new Kodeverdi { Kode = r["gruppe"], Beskrivelse = r["gruppebeskrivelse"] },
            new Kodeverdi { Kode = r["rolle"], Beskrivelse = r["rollebeskrivelse"] },
            r["innehaver"] is "person" or "begge",
            r["innehaver"] is "virksomhet" or "begge")),
    ];

    /// <summary>The kind of role of this group and code, or null.</summary>
    public static Rolletype? Finn(string gruppe, string type) =>
        Alle.FirstOrDefault(r => r.Gruppe.Kode == gruppe && r.Type.Kode == type);
}
