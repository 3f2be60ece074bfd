using System.Buffers;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Dokument;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning;

/// <summary>
/// Documents as lines: blocks are written at the same time and handed out in order, never more of them ahead than there are threads.
/// </summary>
internal static class Linjeskriving
{
    public readonly record struct Linjer(ReadOnlyMemory<byte> Bytes, int Antall);

    public static async IAsyncEnumerable<Linjer> BlokkerAsync(
        Folkemengde folk, int traader, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var paaVei = new Queue<Task<Linjer>>();
        for (var neste = 0; neste < folk.Plan.Blokker || paaVei.Count > 0;)
        {
            while (neste < folk.Plan.Blokker && paaVei.Count < traader)
            {
                var nummer = neste++;
                paaVei.Enqueue(Task.Run(() => Skriv(folk, nummer), ct));
            }

            yield return await paaVei.Dequeue();
        }
    }

    private static Linjer Skriv(Folkemengde folk, int nummer)
    {
        var blokk = new Blokk(folk.Data, folk.Plan);
        var skriver = new Personskriver();
        var skisse = folk.Skisser(blokk, nummer);
        var ut = new ArrayBufferWriter<byte>(blokk.Antall * 4096);
        for (var i = 0; i < blokk.Antall; i++)
        {
            skisse.Velg(i);
            ut.Write(skriver.Skriv(Personmaker.Lag(skisse)).Span);
            ut.Write("\n"u8);
        }

        return new(ut.WrittenMemory, blokk.Antall);
    }
}
