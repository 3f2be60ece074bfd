using Felles.Kernel.Datafiler;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// One of Folkeregisteret's rights packages. The list is data (<c>data/folkeregister/rettighetspakker.csv</c>) and fixed while the program
/// runs, so packages are compared by reference and carry a dense index.
/// </summary>
public sealed class Rettighetspakke
{
    private Rettighetspakke(int indeks, Datatabell.Rad rad)
    {
        Indeks = indeks;
        Navn = rad["navn"];
        Kode = rad["kode"];
        Sti = rad["sti"];
        Scope = rad["scope"];
        SegmentScope = rad["segmentscope"] is { Length: > 0 } segment ? segment : null;
        Tittel = rad["tittel"];
    }

    /// <summary>0, 1, 2 … in file order: the package's place in arrays and bit sets.</summary>
    public int Indeks { get; }

    /// <summary>The name in paths and in the administration API, for example <c>offentlig-med-hjemmel</c>.</summary>
    public string Navn { get; }

    /// <summary>The short code, for example <c>OMH</c>.</summary>
    public string Kode { get; }

    /// <summary>
    /// The path below <c>/folkeregisteret/</c> and before the version: <c>offentlig-med-hjemmel/api</c> or <c>api/finans</c>.
    /// </summary>
    public string Sti { get; }

    /// <summary>The Maskinporten scope that opens the package.</summary>
    public string Scope { get; }

    /// <summary>The scope a segment coordinator uses for the same package; null where there is none.</summary>
    public string? SegmentScope { get; }

    public string Tittel { get; }

    /// <summary>Every package in the order of <see cref="Indeks"/>.</summary>
    public static IReadOnlyList<Rettighetspakke> Alle { get; } = ReadAll();

    /// <summary>The package of this name (<see cref="Navn"/>), or null.</summary>
    public static Rettighetspakke? MedNavn(string navn) => Alle.FirstOrDefault(p => p.Navn == navn);

    /// <summary>The package of this code (<see cref="Kode"/>), or null.</summary>
    public static Rettighetspakke? MedKode(string kode) => Alle.FirstOrDefault(p => p.Kode == kode);

    public override string ToString() => Navn;

    private static Rettighetspakke[] ReadAll()
    {
        Rettighetspakke[] alle =
        [
            .. Datatabell.Read(typeof(Rettighetspakke).Assembly, "rettighetspakker.csv")
                .Rader.Select((rad, i) => new Rettighetspakke(i, rad)),
        ];
        // An organisation's open packages are one bit each in 64 bits.
        return alle.Length <= 64 ? alle : throw new InvalidDataException("More than 64 rights packages.");
    }
}
