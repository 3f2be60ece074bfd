using Felles.Kernel.Feil;
using Felles.Web.Ndjson;

namespace Felles.Folkeregister.Contracts;

/// <summary>What became of an import of persons. A file is taken whole or not at all.</summary>
public abstract record Personimportsvar
{
    private Personimportsvar()
    {
    }

    public abstract T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist);

    /// <summary>Everything is stored.</summary>
    /// <param name="Lest">Persons in the file.</param>
    /// <param name="Nye">Persons the register did not have.</param>
    /// <param name="Endret">Persons who had another document.</param>
    /// <param name="Uendret">Persons who had exactly this document; nothing was written for them.</param>
    public sealed record Tatt(long Lest, long Nye, long Endret, long Uendret) : Personimportsvar
    {
        public override T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist) => tatt(this);
    }

    /// <summary>Nothing is stored.</summary>
    /// <param name="Funn">The faults in the order of the file, at most <see cref="Feilsamling.StoersteAntall"/>. A single one without a line
    /// is about the register: a baseline is being loaded.</param>
    /// <param name="Antall">How many faults there are in all.</param>
    public sealed record Avvist(IReadOnlyList<Funn> Funn, long Antall) : Personimportsvar
    {
        public override T Match<T>(Func<Tatt, T> tatt, Func<Avvist, T> avvist) => avvist(this);
    }
}
