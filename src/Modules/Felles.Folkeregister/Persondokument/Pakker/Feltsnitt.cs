using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>Which members of a type leave, compiled to one step for each member.</summary>
internal sealed class Feltsnitt
{
    private const int TomtObjekt = 2;

    private readonly Skjematype type;
    private readonly Steg[] steg;
    private readonly Feltsnitt?[] under;

    private Feltsnitt(Skjematype type, Steg[] steg, Feltsnitt?[] under) => (this.type, this.steg, this.under) = (type, steg, under);

    private enum Steg
    {
        Behold,
        Utelat,
        Aktiv,
        Under,
    }

    /// <summary>The cuts of an element's entries; see <see cref="Variant"/> for their order.</summary>
    /// <param name="type">The type of the entries.</param>
    /// <param name="bare">The only members that leave; empty for all.</param>
    /// <param name="felter">Rules by path, with the words of the column <c>verdi</c>.</param>
    public static Feltsnitt?[] Varianter(Skjematype type, string[] bare, Dictionary<string, string> felter) =>
        [.. Enumerable.Range(0, 4).Select(variant => Lag(type, "", bare, felter, gjeldende: variant >= 2, skjermet: variant % 2 == 1))];

    public static int Variant(bool gjeldende, bool skjermet) => (gjeldende ? 2 : 0) + (skjermet ? 1 : 0);

    /// <summary>Writes the object at <paramref name="start"/> without what does not leave; members keep their bytes.</summary>
    public void Skriv(ReadOnlySpan<byte> json, int start, ref Snittskriver ut)
    {
        ut.Tegn((byte)'{');
        var medlemmer = new Medlemsleser(json, start);
        var nr = -1;
        var foerste = true;
        while (medlemmer.Neste())
        {
            nr = type.Finn(medlemmer.Navn, nr + 1);
            if (steg[nr] == Steg.Utelat)
                continue;
            var foer = ut.Lengde;
            if (!foerste)
                ut.Tegn((byte)',');
            if (steg[nr] == Steg.Behold)
            {
                ut.Skriv(json[medlemmer.Start..medlemmer.Slutt]);
                foerste = false;
                continue;
            }

            ut.Skriv(json[medlemmer.Start..medlemmer.Verdistart]);
            var verdi = ut.Lengde;
            if (steg[nr] == Steg.Under)
                under[nr]!.Skriv(json, medlemmer.Verdistart, ref ut);
            else
                ut.Skriv(Maskertstatus.For(medlemmer.Verdi));

            // What is absent is omitted on the wire: an object that nothing is left of goes with its name.
            if (ut.Lengde == verdi + TomtObjekt)
                ut.Spol(foer);
            else
                foerste = false;
        }

        ut.Tegn((byte)'}');
    }

    public bool Utelater(int nr) => steg[nr] == Steg.Utelat;

    /// <summary>The cut of a member that is an object; null leaves it whole.</summary>
    public Feltsnitt? Under(int nr) => under[nr];

    private static Feltsnitt? Lag(
        Skjematype type, string sti, string[] bare, Dictionary<string, string> felter, bool gjeldende, bool skjermet)
    {
        var stegene = new Steg[type.Felter.Length];
        var underordnet = new Feltsnitt?[stegene.Length];
        for (var nr = 0; nr < stegene.Length; nr++)
        {
            var felt = type.Felter[nr];
            stegene[nr] = felter.TryGetValue(sti + felt.Navn, out var verdi) ? Les(verdi, gjeldende, skjermet) : Steg.Behold;
            if (bare.Length > 0 && !bare.Contains(felt.Navn))
                stegene[nr] = Steg.Utelat;
            if (stegene[nr] != Steg.Behold || felt.Type is null || felt.Liste)
                continue;
            underordnet[nr] = Lag(felt.Type, $"{sti}{felt.Navn}.", [], felter, gjeldende, skjermet);
            stegene[nr] = underordnet[nr] is null ? Steg.Behold : Steg.Under;
        }

        return Array.TrueForAll(stegene, ett => ett == Steg.Behold) ? null : new(type, stegene, underordnet);
    }

    private static Steg Les(string verdi, bool gjeldende, bool skjermet) => verdi switch
    {
        "hel" => Steg.Behold,
        "utelat" => Steg.Utelat,
        "aktiv" => Steg.Aktiv,
        "utelat-historisk" => gjeldende ? Steg.Behold : Steg.Utelat,
        "utelat-skjermet" => skjermet ? Steg.Utelat : Steg.Behold,
        "utelat-historisk-skjermet" => skjermet || !gjeldende ? Steg.Utelat : Steg.Behold,
        _ => throw new InvalidDataException($"pakkematrise.csv has the unknown verdi {verdi}."),
    };
}
