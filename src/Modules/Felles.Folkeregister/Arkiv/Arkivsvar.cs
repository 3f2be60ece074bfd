namespace Felles.Folkeregister.Arkiv;

/// <summary>What the archive has of one document.</summary>
internal abstract record Arkivsvar
{
    public static readonly Arkivsvar ErSlettet = new Slettet();

    public static readonly Arkivsvar ErUkjent = new Ukjent();

    private Arkivsvar()
    {
    }

    public abstract T Match<T>(Func<Funnet, T> funnet, Func<T> slettet, Func<T> ukjent);

    public sealed record Funnet(long Personnoekkel, byte[] Dokument, byte[] Indeks) : Arkivsvar
    {
        public override T Match<T>(Func<Funnet, T> funnet, Func<T> slettet, Func<T> ukjent) => funnet(this);
    }

    /// <summary>It was superseded more than three years ago.</summary>
    public sealed record Slettet : Arkivsvar
    {
        public override T Match<T>(Func<Funnet, T> funnet, Func<T> slettet, Func<T> ukjent) => slettet();
    }

    /// <summary>There never was such a document.</summary>
    public sealed record Ukjent : Arkivsvar
    {
        public override T Match<T>(Func<Funnet, T> funnet, Func<T> slettet, Func<T> ukjent) => ukjent();
    }
}
