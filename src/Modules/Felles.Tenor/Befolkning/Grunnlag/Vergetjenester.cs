using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>What guardians are given to do: pairs of undertaking and task that are still in use.</summary>
internal sealed class Vergetjenester
{
    private readonly VergeTjenesteomraade[] alle = [.. Datatabell.Read(typeof(Vergetjenester).Assembly, "vergetjenester.csv").Rader
        .Where(rad => rad["status"] == "current")
        .Select(rad => new VergeTjenesteomraade { VergeTjenestevirksomhet = rad["virksomhet"], VergeTjenesteoppgave = rad["oppgave"] })];

    /// <summary>A few different pairs, or all of them for one guardian in ten.</summary>
    public Liste<VergeTjenesteomraade> Trekk(ref Slump slump)
    {
        if (slump.Sann(0.1))
            return Liste.Av<VergeTjenesteomraade>(alle);
        var antall = slump.Mellom(1, 6);
        var foerste = slump.Under(alle.Length);
        var valgte = new VergeTjenesteomraade[antall];

        // A step that shares no factor with 42 pairs visits each at most once.
        for (var i = 0; i < antall; i++)
            valgte[i] = alle[(foerste + (i * 5)) % alle.Length];
        return Liste.Av<VergeTjenesteomraade>(valgte);
    }
}
