using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// What the generators are seeded for. The numbers are part of every population's seed: they are added to, never changed.
/// </summary>
internal static class Formaal
{
    public const int Blokk = 1;
    public const int Dokument = 2;
    public const int Nummer = 3;
    public const int Virksomhet = 4;
}

/// <summary>How a population is cut into blocks. The cut depends on the size alone, never on the machine.</summary>
internal sealed class Plan
{
    private const int OensketBlokk = 2000;

    /// <summary>The guardians' fields of service are those of 1 November 2023, so guardianships begin after that day.</summary>
    public static readonly DateOnly TidligsteReferanse = new(2024, 1, 1);
    public static readonly DateOnly SenesteReferanse = new(2031, 12, 31);
    private readonly FasteIdentiteter faste;

    /// <exception cref="ArgumentException">The size cannot hold the fixed identities.</exception>
    public Plan(Befolkningsvalg valg, FasteIdentiteter faste)
    {
        // One more than the list has: the manager that an organisation's note names has no number there.
        var minst = faste.Personer.Length + 1;
        if (valg.Antall < minst)
        {
            throw new ArgumentException(
                $"A population needs at least {minst} persons: that many fixed identities are in every one. "
                + $"Felles:Population:Size is {valg.Antall}.");
        }

        if (valg.Referansedato < TidligsteReferanse || valg.Referansedato > SenesteReferanse)
        {
            throw new ArgumentException(
                $"The reference date of a population must be from {TidligsteReferanse:yyyy-MM-dd} to {SenesteReferanse:yyyy-MM-dd}: "
                + "the lists and the number series hold for that time.");
        }

        this.faste = faste;
        Antall = valg.Antall;
        Referansedag = valg.Referansedato.DayNumber;
        Froe = Slump.FraTekst(valg.Froe);
        Blokker = Math.Max(1, (Antall + (OensketBlokk / 2)) / OensketBlokk);
    }

    public int Antall { get; }

    public int Blokker { get; }

    public int Referansedag { get; }

    public ulong Froe { get; }

    public int Blokkstoerrelse(int blokk) => Start(blokk + 1) - Start(blokk);

    /// <summary>The place of a block's first person in the whole population.</summary>
    public int Start(int blokk) => (int)((long)Antall * blokk / Blokker);

    /// <summary>Places in the list of fixed persons that a block holds. They are spread over the first blocks.</summary>
    public IEnumerable<int> FasteI(int blokk)
    {
        for (var i = blokk; i < faste.Personer.Length; i += Blokker)
            yield return i;
    }
}
