using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>The judgement of one document: taken, in wire order with its index, or refused with every fault that was found.</summary>
internal abstract record Lesesvar
{
    private Lesesvar()
    {
    }

    public static Lesesvar Ja(byte[] dokument, byte[] indeks) => new Godtatt(dokument, indeks);

    public static Lesesvar Nei(IReadOnlyList<Funn> funn) => new Avvist(funn);

    public abstract T Match<T>(Func<byte[], byte[], T> godtatt, Func<IReadOnlyList<Funn>, T> avvist);

    private sealed record Godtatt(byte[] Dokument, byte[] Indeks) : Lesesvar
    {
        public override T Match<T>(Func<byte[], byte[], T> godtatt, Func<IReadOnlyList<Funn>, T> avvist) => godtatt(Dokument, Indeks);
    }

    private sealed record Avvist(IReadOnlyList<Funn> Funn) : Lesesvar
    {
        public override T Match<T>(Func<byte[], byte[], T> godtatt, Func<IReadOnlyList<Funn>, T> avvist) => avvist(Funn);
    }
}
