using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Pakker;

namespace Felles.Folkeregister.Soekeregister;

/// <summary>
/// Who may see an address, as one number: the entry's own grading * 4 + the protection of the person. What the matrix says of an answer is
/// so said of a hit as well.
/// </summary>
internal static class Adressenivaa
{
    private const int Graderinger = 4;

    public static short Av(Adressegradering gradering, Adressegradering skjerming) => (short)(((int)gradering * Graderinger) + (int)skjerming);

    /// <summary>False for what no package may see: a home that is strengt fortrolig, and every home of a person who is.</summary>
    public static bool Finnes(Adressegradering gradering, Adressegradering skjerming) =>
        gradering != Adressegradering.StrengtFortrolig && skjerming != Adressegradering.StrengtFortrolig;

    /// <summary>The levels of a package's rule, as a list for SQL; empty when it may see none.</summary>
    public static string Synlige(Elementregel regel, Personelement element, bool gjeldende)
    {
        var nivaaer =
            from gradering in Enum.GetValues<Adressegradering>()
            from skjerming in Enum.GetValues<Adressegradering>()
            where regel.Slipper(new Indekspost(element, gjeldende, gradering, 0, 0), skjerming)
            select Av(gradering, skjerming);
        return string.Join(", ", nivaaer);
    }
}
