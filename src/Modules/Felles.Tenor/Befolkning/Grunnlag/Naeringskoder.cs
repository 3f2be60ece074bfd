using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Datafiler;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Grunnlag;

internal sealed class Naeringskoder
{
    private readonly Kodeverdi[] alle;
    private readonly Vektet vekter;

    public Naeringskoder()
    {
        var rader = Datatabell.Read(typeof(Naeringskoder).Assembly, "naeringskoder.csv").Rader.ToArray();
        alle = [.. rader.Select(rad => new Kodeverdi { Kode = rad["kode"], Beskrivelse = rad["beskrivelse"] })];
        vekter = new([.. rader.Select(rad => double.Parse(rad["vekt"]))]);
    }

    public Kodeverdi Trekk(ref Slump slump) => alle[vekter.Trekk(ref slump)];
}
