using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Contracts;

/// <summary>What became of a registration or change of a client.</summary>
public abstract record Klientsvar
{
    private Klientsvar()
    {
    }

    public abstract T Match<T>(Func<Klient, T> lagret, Func<T> ukjent, Func<IReadOnlyList<Funn>, T> ugyldig);

    /// <summary>Durable, and in use on this host; other hosts follow within a second.</summary>
    public sealed record Lagret(Klient Klient) : Klientsvar
    {
        public override T Match<T>(Func<Klient, T> lagret, Func<T> ukjent, Func<IReadOnlyList<Funn>, T> ugyldig) => lagret(Klient);
    }

    /// <summary>This environment has no such client.</summary>
    public sealed record Ukjent : Klientsvar
    {
        public override T Match<T>(Func<Klient, T> lagret, Func<T> ukjent, Func<IReadOnlyList<Funn>, T> ugyldig) => ukjent();
    }

    /// <summary>Nothing was written.</summary>
    public sealed record Ugyldig(IReadOnlyList<Funn> Funn) : Klientsvar
    {
        public override T Match<T>(Func<Klient, T> lagret, Func<T> ukjent, Func<IReadOnlyList<Funn>, T> ugyldig) => ugyldig(Funn);
    }
}
