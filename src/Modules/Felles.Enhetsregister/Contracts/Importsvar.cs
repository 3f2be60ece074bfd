using Felles.Kernel.Feil;
using Felles.Web.Ndjson;

namespace Felles.Enhetsregister.Contracts;

/// <summary>What became of an import. A file is taken whole or not at all.</summary>
public abstract record Importsvar
{
    private Importsvar()
    {
    }

    public abstract T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist);

    /// <summary>Everything is stored.</summary>
    /// <param name="Lest">Organisations in the file.</param>
    /// <param name="Nye">Not registered before.</param>
    /// <param name="Endret">Registered with another content.</param>
    /// <param name="Uendret">Registered with exactly this content.</param>
    public sealed record Tatt(long Lest, long Nye, long Endret, long Uendret) : Importsvar
    {
        public override T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist) => tatt(this);
    }

    /// <summary>Nothing is stored.</summary>
    /// <param name="Funn">The faults, at most <see cref="Feilsamling.StoersteAntall"/>.</param>
    /// <param name="Antall">How many faults there are in all.</param>
    public sealed record Avvist(IReadOnlyList<Funn> Funn, long Antall) : Importsvar
    {
        public override T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist) => avvist(this);
    }
}
