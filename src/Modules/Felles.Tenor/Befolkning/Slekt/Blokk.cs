using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// A couple of thousand persons who are related only among themselves. A block depends on the seed and its own number alone, so blocks
/// are made in any order, by any thread, and made again instead of being kept. The arrays are used again for the next block.
/// </summary>
internal sealed class Blokk(Datagrunnlag data, Plan plan)
{
    public Datagrunnlag Data { get; } = data;

    public Plan Plan { get; } = plan;

    public int Nummer { get; private set; }

    /// <summary>How many persons, and so documents, the block has.</summary>
    public int Antall { get; private set; }

    /// <summary>Day number of the day on which the population is seen: nothing in it has happened later.</summary>
    public int Naa { get; } = plan.Referansedag;

    public Person[] Personer { get; private set; } = [];

    /// <summary>Places in <see cref="Personer"/>, oldest first.</summary>
    public int[] EtterAlder { get; private set; } = [];

    public List<Samliv> Samliv { get; } = [];

    public List<Bolig> Boliger { get; } = [];

    public List<Botid> Opphold { get; } = [];

    /// <summary>
    /// What has a number: first each person's own, then earlier numbers (D-numbers before immigration, withdrawn duplicates). A key tells
    /// birth date, kind and gender; a negative one is a fixed identity, whose number is given.
    /// </summary>
    public List<int> Nummernoekler { get; } = [];

    public void Lag(int nummer)
    {
        Nummer = nummer;
        Antall = Plan.Blokkstoerrelse(nummer);
        if (Personer.Length < Antall)
        {
            Personer = new Person[Antall];
            EtterAlder = new int[Antall];
        }

        Samliv.Clear();
        Boliger.Clear();
        Opphold.Clear();
        Nummernoekler.Clear();
        var slump = Slump.For(Plan.Froe, Formaal.Blokk, nummer);
        Folketrekning.Utfoer(this, ref slump);
        Samlivsdannelse.Dann(this, ref slump);
        OrdneEtterAlder();
        Foreldreskap.Tildel(this, ref slump);
        Navnevalg.Gi(this, ref slump);
        Bosetting.Bosett(this, ref slump);
        Trekkvalg.Velg(this, ref slump);
        Numre.Nummernoekkel.Samle(this);
    }

    /// <summary>A person's couples from the latest to the first.</summary>
    public int ForrigeSamliv(int samliv, int person) => Samliv[samliv].Forrige(person);

    public bool Lever(int person, int dag) => Personer[person].Doed == 0 || dag <= Personer[person].Doed;

    private void OrdneEtterAlder()
    {
        var noekler = new int[Antall];
        for (var i = 0; i < Antall; i++)
        {
            EtterAlder[i] = i;
            noekler[i] = Personer[i].Foedt;
        }

        // Equal dates keep the order of their places: a sort without that rule could differ between versions of the library.
        Array.Sort(noekler, EtterAlder, 0, Antall);
        for (var fra = 0; fra < Antall;)
        {
            var til = fra + 1;
            while (til < Antall && noekler[til] == noekler[fra])
                til++;
            Array.Sort(EtterAlder, fra, til - fra);
            fra = til;
        }
    }
}
