using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Pakker;

namespace Felles.Folkeregister.Representasjon;

/// <summary>Whether a package gets the number of a guardian; asked of the cut itself, with an entry that has nothing else.</summary>
internal static class Vergesyn
{
    private static ReadOnlySpan<byte> Oppfoering => """{"verge":{"foedselsEllerDNummer":"00000000000"}}"""u8;

    public static bool SerNummer(Elementregel[] regler)
    {
        var regel = regler[(int)Personelement.VergemaalEllerFremtidsfullmakt];
        if (regel.Levering is not (Levering.Alltid or Levering.Del or Levering.Uttrykkelig))
            return false;
        return Leveres(regel, skjermet: false) && Leveres(regel, skjermet: true);
    }

    private static bool Leveres(Elementregel regel, bool skjermet)
    {
        if (regel.Snittfor(gjeldende: true, skjermet) is not { } snitt)
            return true;
        Span<byte> plass = stackalloc byte[Oppfoering.Length];
        var ut = new Snittskriver(plass);
        snitt.Skriv(Oppfoering, 0, ref ut);
        return ut.Lengde == Oppfoering.Length;
    }
}
