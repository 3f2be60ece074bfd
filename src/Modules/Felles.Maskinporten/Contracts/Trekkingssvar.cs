namespace Felles.Maskinporten.Contracts;

/// <summary>What became of the withdrawal of a signing key.</summary>
public abstract record Trekkingssvar
{
    private Trekkingssvar()
    {
    }

    public abstract T Match<T>(Func<Trukket, T> trukket, Func<T> ukjent);

    /// <summary>The key is gone: no host publishes it, signs with it or believes it.</summary>
    /// <param name="Kid">The key that was withdrawn.</param>
    /// <param name="Gjeldende">The key that signs now.</param>
    public sealed record Trukket(string Kid, string Gjeldende) : Trekkingssvar
    {
        public override T Match<T>(Func<Trukket, T> trukket, Func<T> ukjent) => trukket(this);
    }

    /// <summary>There is no such key, perhaps because it has been withdrawn before.</summary>
    public sealed record Ukjent : Trekkingssvar
    {
        public override T Match<T>(Func<Trukket, T> trukket, Func<T> ukjent) => ukjent();
    }
}
