namespace Felles.Maskinporten.Contracts;

/// <summary>What became of a rotation of the signing keys.</summary>
public abstract record Roteringssvar
{
    private Roteringssvar()
    {
    }

    public abstract T Match<T>(Func<Rotert, T> rotert, Func<ForTidlig, T> forTidlig, Func<AlleredeErstattet, T> alleredeErstattet);

    /// <summary>The next key signs. Tokens of the old one hold until they expire.</summary>
    /// <param name="Gjeldende">The key that signs now.</param>
    /// <param name="Gammel">The key that signed before.</param>
    /// <param name="GammelPubliseresTil">When the old key leaves the key set.</param>
    public sealed record Rotert(string Gjeldende, string Gammel, DateTimeOffset GammelPubliseresTil) : Roteringssvar
    {
        public override T Match<T>(
            Func<Rotert, T> rotert, Func<ForTidlig, T> forTidlig, Func<AlleredeErstattet, T> alleredeErstattet) => rotert(this);
    }

    /// <summary>The next key has been published for less than a day: readers with a remembered key set would refuse its tokens.</summary>
    public sealed record ForTidlig(DateTimeOffset Tidligst) : Roteringssvar
    {
        public override T Match<T>(
            Func<Rotert, T> rotert, Func<ForTidlig, T> forTidlig, Func<AlleredeErstattet, T> alleredeErstattet) => forTidlig(this);
    }

    /// <summary>Another key than the one that was to be replaced signs, perhaps by this very call made before.</summary>
    public sealed record AlleredeErstattet(string Gjeldende) : Roteringssvar
    {
        public override T Match<T>(
            Func<Rotert, T> rotert, Func<ForTidlig, T> forTidlig, Func<AlleredeErstattet, T> alleredeErstattet) => alleredeErstattet(this);
    }
}
