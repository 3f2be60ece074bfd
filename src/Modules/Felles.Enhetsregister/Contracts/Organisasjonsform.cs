using Felles.Kernel.Datafiler;

namespace Felles.Enhetsregister.Contracts;

/// <summary>An organisation form of Enhetsregisteret; the list is data (<c>data/enhetsregister/organisasjonsformer.csv</c>).</summary>
/// <param name="Kode">For example <c>AS</c>.</param>
/// <param name="Beskrivelse">For example <c>Aksjeselskap</c>.</param>
/// <param name="Underenhet">The form is one of a sub-unit.</param>
public sealed record Organisasjonsform(string Kode, string Beskrivelse, bool Underenhet)
{
    /// <summary>Every form, by code.</summary>
    public static IReadOnlyDictionary<string, Organisasjonsform> Alle { get; } = Datatabell
        .Read(typeof(Organisasjonsform).Assembly, "organisasjonsformer.csv").Rader
        .Select(r => new Organisasjonsform(r["kode"], r["beskrivelse"], r.Ja("underenhet")))
        .ToDictionary(f => f.Kode);

    /// <summary>The code with its text, as units carry it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such form.</exception>
    public static Kodeverdi MedKode(string kode) => new() { Kode = kode, Beskrivelse = Alle[kode].Beskrivelse };
}
