using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Bosted;

/// <summary>The places one person has lived in, built from the first day to the last. <see cref="dag"/> is how far it has come.</summary>
internal sealed class Bostedssti(Blokk blokk)
{
    private const double Matrikkelandel = 0.06;
    private readonly List<Botid> opphold = [];
    private int foedt;
    private int dag;
    private bool innvandret;
    private bool borHjemme;

    public int Start { get; private set; }

    /// <summary>No entry begins on or after this day.</summary>
    public int Slutt { get; private set; }

    public void Begynn(int indeks)
    {
        ref var person = ref blokk.Personer[indeks];
        opphold.Clear();
        borHjemme = false;
        foedt = person.Foedt;
        innvandret = person.Inn != 0;
        Start = dag = innvandret ? person.Inn : person.Foedt;
        Slutt = Math.Max(Samlivsdannelse.Slutt(blokk, person), Start + 1);
    }

    public void NyBolig(int fra, double sammeKommune, ref Slump slump)
    {
        var kommune = opphold.Count > 0 && slump.Sann(sammeKommune)
            ? blokk.Boliger[opphold[^1].Bolig].Kommune
            : blokk.Data.Kommuner.Trekk(ref slump);
        Legg(fra, NyBolig(blokk, kommune, ref slump));
        borHjemme = false;
    }

    /// <summary>The last place is the one that a fixed identity's note tells.</summary>
    public void FastBolig(int fast, FastAdresse adresse)
    {
        var kommune = blokk.Data.Kommuner.Indeks(blokk.Data.Postnumre.Finn(adresse.Postnummer)!.Value.Kommunenummer);
        blokk.Boliger.Add(new(kommune, Boligtype.Fast, (ulong)fast));
        opphold[^1] = opphold[^1] with { Bolig = blokk.Boliger.Count - 1 };
    }

    /// <summary>Random moves until a day.</summary>
    public void Flytt(int til, double sammeKommune, ref Slump slump)
    {
        while (true)
        {
            var neste = dag + 60 + (int)slump.Ventetid(Dag.PerAar / Sammensetning.Flyttefrekvens(Dag.Alder(foedt, dag)));
            if (neste >= til - 30)
                break;
            NyBolig(neste, sammeKommune, ref slump);
        }

        dag = Math.Max(dag, til);
    }

    /// <summary>Lives alone until a day, in a dwelling of their own when they come from home.</summary>
    public void Alene(int til, double sammeKommune, ref Slump slump)
    {
        if (dag >= til)
            return;
        if (opphold.Count == 0 || borHjemme)
            NyBolig(dag, sammeKommune, ref slump);
        Flytt(til, sammeKommune, ref slump);
    }

    /// <summary>The couple's dwellings, made when the first of the two is reached.</summary>
    public void Sammen(int samliv, int fra, int til, double sammeKommune, ref Slump slump)
    {
        var par = blokk.Samliv[samliv];
        if (par.Opphold < 0)
        {
            var foer = opphold.Count;
            dag = fra;
            NyBolig(fra, sammeKommune, ref slump);
            Flytt(til, sammeKommune, ref slump);
            par.Opphold = blokk.Opphold.Count;
            par.AntallOpphold = opphold.Count - foer;
            blokk.Opphold.AddRange(opphold[foer..]);
            blokk.Samliv[samliv] = par;
        }
        else
        {
            for (var i = par.Opphold; i < par.Opphold + par.AntallOpphold; i++)
            {
                if (blokk.Opphold[i].Fra < Slutt)
                    Legg(Math.Max(blokk.Opphold[i].Fra, fra), blokk.Opphold[i].Bolig);
            }
        }

        borHjemme = false;
        dag = til;
    }

    /// <summary>Lives with a parent until a day.</summary>
    public void Kopier(int forelder, int til)
    {
        ref var kilde = ref blokk.Personer[forelder];
        for (var i = kilde.Opphold; i < kilde.Opphold + kilde.AntallOpphold; i++)
        {
            var sist = i + 1 == kilde.Opphold + kilde.AntallOpphold;
            if (!sist && blokk.Opphold[i + 1].Fra <= dag)
                continue;
            if (blokk.Opphold[i].Fra >= til)
                break;
            Legg(Math.Max(blokk.Opphold[i].Fra, dag), blokk.Opphold[i].Bolig);
        }

        dag = Math.Max(dag, til);
        borHjemme = true;
    }

    /// <summary>Stores the latest entries and answers how many.</summary>
    public byte Avslutt(int flest)
    {
        var fra = Math.Max(0, opphold.Count - flest);
        for (var i = fra; i < opphold.Count; i++)
        {
            var aarsak = i > 0 ? Flytteaarsak.Innenlands : innvandret ? Flytteaarsak.Innvandring : Flytteaarsak.Foedsel;
            blokk.Opphold.Add(opphold[i] with { Aarsak = aarsak });
        }

        return (byte)(opphold.Count - fra);
    }

    /// <summary>A dwelling that nobody has lived in.</summary>
    public static int NyBolig(Blokk blokk, short kommune, ref Slump slump)
    {
        blokk.Boliger.Add(new(kommune, slump.Sann(Matrikkelandel) ? Boligtype.Matrikkeladresse : Boligtype.Vegadresse, slump.Neste()));
        return blokk.Boliger.Count - 1;
    }

    /// <summary>One more move of a person whose places are stored; the oldest gives way.</summary>
    public static void Flytt(Blokk blokk, ref Person person, int dag, int bolig)
    {
        var (forrige, antall) = (person.Opphold, person.AntallOpphold);
        var beholdt = Math.Min((int)antall, Bosetting.FlestOpphold - 1);
        person.Opphold = blokk.Opphold.Count;
        person.AntallOpphold = (byte)(beholdt + 1);
        for (var i = forrige + antall - beholdt; i < forrige + antall; i++)
            blokk.Opphold.Add(blokk.Opphold[i]);
        blokk.Opphold.Add(new(dag, bolig, Flytteaarsak.Innenlands));
    }

    private void Legg(int fra, int bolig)
    {
        fra = opphold.Count == 0 ? Start : Math.Max(fra, Start);
        if (opphold.Count > 0 && opphold[^1].Bolig == bolig)
            return;

        // Two entries on one day: the latter replaces the former, as a correction does.
        if (opphold.Count > 0 && opphold[^1].Fra >= fra)
            opphold.RemoveAt(opphold.Count - 1);
        opphold.Add(new(fra, bolig, Flytteaarsak.Innenlands));
        dag = Math.Max(dag, fra);
    }
}
