using Felles.Kernel.Feil;

namespace Felles.Tilgang.Contracts;

/// <summary>What became of a change of access.</summary>
/// <typeparam name="T">The record that was to be changed.</typeparam>
public abstract record Endringssvar<T>
{
    private Endringssvar()
    {
    }

    public abstract TSvar Match<TSvar>(Func<Utfoert, TSvar> utfoert, Func<Avvist, TSvar> avvist);

    /// <summary>The record is durable and holds on this host.</summary>
    /// <param name="Tilstand">The record as it is now.</param>
    /// <param name="Endret">False when it was so before and nothing was written.</param>
    public sealed record Utfoert(T Tilstand, bool Endret) : Endringssvar<T>
    {
        public override TSvar Match<TSvar>(Func<Utfoert, TSvar> utfoert, Func<Avvist, TSvar> avvist) => utfoert(this);
    }

    /// <summary>Nothing was written.</summary>
    /// <param name="Funn">What is wrong, and where in the request.</param>
    public sealed record Avvist(Funn Funn) : Endringssvar<T>
    {
        public override TSvar Match<TSvar>(Func<Utfoert, TSvar> utfoert, Func<Avvist, TSvar> avvist) => avvist(this);
    }
}
