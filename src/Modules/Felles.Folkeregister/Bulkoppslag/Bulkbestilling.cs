using System.Buffers;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;

namespace Felles.Folkeregister.Bulkoppslag;

/// <summary>
/// The numbers a bulk look-up asks for, in request order. Eleven digits that are no valid number are kept: such a number is answered as
/// unknown, as any other number that nobody has.
/// </summary>
internal sealed class Bulkbestilling : Listekropp
{
    public const int Maks = 1000;

    private readonly List<long> numre = new(64);

    private Bulkbestilling()
        : base("foedselsEllerDNummer", 11, Maks, "personer")
    {
    }

    public IReadOnlyList<long> Numre => numre;

    protected override string Krav => "er ikke elleve sifre.";

    /// <summary>Reads the JSON or XML body; the refusal names the place of the first fault.</summary>
    public static (Bulkbestilling? Bestilling, Avvisning? Avvisning) Les(in ReadOnlySequence<byte> kropp, Svarformat format)
    {
        var bestilling = new Bulkbestilling();
        var avvisning = bestilling.LesInn(kropp, format);
        return avvisning is null ? (bestilling, null) : (null, avvisning);
    }

    protected override bool TryLeggTil(ReadOnlySpan<byte> tekst)
    {
        if (tekst.Length != 11 || tekst.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            return false;
        var verdi = 0L;
        foreach (var siffer in tekst)
            verdi = verdi * 10 + (siffer - '0');
        numre.Add(verdi);
        return true;
    }
}
