namespace Felles.Folkeregister.Persondokument.Skjema;

/// <summary>An object of the document: its members in wire order, at most 64.</summary>
internal sealed class Skjematype(string navn)
{
    private Skjemafelt[] felter = [];

    public string Navn => navn;

    public ReadOnlySpan<Skjemafelt> Felter => felter;

    /// <summary>Bit n: member n is required.</summary>
    public ulong Paakrevd { get; private set; }

    /// <summary>Sets of members of which exactly one is present.</summary>
    public ulong[] EttAv { get; private set; } = [];

    /// <summary>Called once, when the types of the table refer to each other.</summary>
    public void Fyll(Skjemafelt[] medlemmer)
    {
        felter = medlemmer;
        Paakrevd = Bits(felt => felt.Minst > 0);
        EttAv = [.. medlemmer.Select(felt => felt.EttAv).OfType<string>().Distinct().Select(ord => Bits(felt => felt.EttAv == ord))];
    }

    /// <summary>
    /// The number of a member; −1 when there is none. Documents come in wire order, so the search begins where the last member was found.
    /// </summary>
    public int Finn(ReadOnlySpan<byte> medlem, int fra)
    {
        for (var nr = fra; nr < felter.Length; nr++)
        {
            if (medlem.SequenceEqual(felter[nr].NavnUtf8))
                return nr;
        }

        for (var nr = 0; nr < fra; nr++)
        {
            if (medlem.SequenceEqual(felter[nr].NavnUtf8))
                return nr;
        }

        return -1;
    }

    private ulong Bits(Func<Skjemafelt, bool> naar)
    {
        var bits = 0UL;
        for (var nr = 0; nr < felter.Length; nr++)
            bits |= naar(felter[nr]) ? 1UL << nr : 0;
        return bits;
    }
}
