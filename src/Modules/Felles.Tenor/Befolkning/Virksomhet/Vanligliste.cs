using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;
using Felles.Tilgang.Contracts;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>
/// The organisations of a population besides the fixed ones, ADJECTIVE ADJECTIVE TIGER with a form. Number, form and name follow from the
/// place in the list, so one can be named in another's roles before it is made.
/// </summary>
internal sealed class Vanligliste
{
    private const int PersonerPerVirksomhet = 12;

    // Accountants, auditors and managers of shared property are few, and each has many to serve.
    private const int KunderPerSelskap = 40;
    private static readonly Vektet Former = new([62, 27, 2, 4, 2, 3]);
    private static readonly string[] Formkoder = ["AS", "ENK", "NUF", "FLI", "ANS", "ESEK"];
    private readonly Plan plan;
    private readonly Datagrunnlag data;
    private readonly int[] numre;

    public Vanligliste(Plan plan, Datagrunnlag data)
    {
        (this.plan, this.data) = (plan, data);
        var opptatt = new HashSet<int>(data.Faste.Organisasjonsnumre);
        opptatt.UnionWith(Sandkassevirksomhet.Alle.Select(sandkasse => sandkasse.Organisasjonsnummer.Value));
        Antall = Math.Max(0, (plan.Antall / PersonerPerVirksomhet) - data.Faste.Virksomheter.Length);

        // The second half is for sub-units, so that a unit's number does not depend on which others have one.
        numre = Organisasjonsnumre.Lag(Antall * 2, plan.Froe ^ Slump.Bland(Formaal.Virksomhet), opptatt);
    }

    public int Antall { get; }

    public Organisasjonsnummer Nummer(int plass) => Organisasjonsnummer.FromValue(numre[plass]);

    public Organisasjonsnummer Underenhet(int plass) => Organisasjonsnummer.FromValue(numre[Antall + plass]);

    /// <summary>The organisation's own generator; form and name are the first that is drawn from it.</summary>
    public (string Form, string Navn) Begynn(int plass, out Slump slump)
    {
        slump = Slump.For(plan.Froe, Formaal.Virksomhet, plass);
        var form = Formkoder[Former.Trekk(ref slump)];
        return (form, Navn(form, ref slump));
    }

    public string Navn(string form, ref Slump slump)
    {
        var ord = data.Navn.Fornavn;
        var foerste = slump.Under(ord.Length);
        var andre = (foerste + 1 + slump.Under(ord.Length - 1)) % ord.Length;
        var navn = $"{ord[foerste]} {ord[andre]} TIGER";
        return form is "AS" or "ASA" or "NUF" or "ANS" ? $"{navn} {form}" : navn;
    }

    /// <summary>An AS that can serve others; null when the population has none besides the one at <paramref name="utenom"/>.</summary>
    public Rollevirksomhet? Selskap(int utenom, ref Slump slump)
    {
        for (var forsoek = 0; forsoek < 20 && Antall > 0; forsoek++)
        {
            var plass = slump.Under(1 + (Antall / KunderPerSelskap));
            if (plass != utenom && Begynn(plass, out _) is ("AS", var navn))
                return new() { Organisasjonsnummer = Nummer(plass), Navn = navn };
        }

        return null;
    }
}
