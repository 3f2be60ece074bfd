namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>Full pages, rendered once and kept; those that were used longest ago go when the bytes are more than the limit.</summary>
internal sealed class Feedlager(long maksBytes)
{
    private readonly Dictionary<Feednoekkel, LinkedListNode<(Feednoekkel Noekkel, Feedside Side)>> sider = [];
    private readonly LinkedList<(Feednoekkel Noekkel, Feedside Side)> brukt = [];
    private readonly Lock laas = new();
    private long bytes;

    public long Bytes
    {
        get
        {
            lock (laas)
                return bytes;
        }
    }

    public Feedside? Finn(Feednoekkel noekkel)
    {
        lock (laas)
        {
            if (!sider.TryGetValue(noekkel, out var node))
                return null;
            brukt.Remove(node);
            brukt.AddFirst(node);
            return node.Value.Side;
        }
    }

    public void Legg(Feednoekkel noekkel, Feedside side)
    {
        lock (laas)
        {
            if (side.Bytes > maksBytes || sider.ContainsKey(noekkel))
                return;
            sider[noekkel] = brukt.AddFirst((noekkel, side));
            bytes += side.Bytes;
            while (bytes > maksBytes && brukt.Last is { } eldst)
            {
                bytes -= eldst.Value.Side.Bytes;
                sider.Remove(eldst.Value.Noekkel);
                brukt.RemoveLast();
            }
        }
    }
}

/// <summary>Which page: package, start, and whether it is JSON or Atom.</summary>
internal readonly record struct Feednoekkel(int Pakke, long Seq, bool Json);
