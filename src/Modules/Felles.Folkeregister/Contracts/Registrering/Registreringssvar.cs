using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>What became of a registration.</summary>
public abstract record Registreringssvar
{
    private Registreringssvar()
    {
    }

    public abstract T Match<T>(Func<Registrert, T> registrert, Func<T> uendret, Func<Avvist, T> avvist);

    /// <summary>It is durable.</summary>
    /// <param name="Kvitteringer">One for each person who was changed.</param>
    public sealed record Registrert(IReadOnlyList<Kvittering> Kvitteringer) : Registreringssvar
    {
        public override T Match<T>(Func<Registrert, T> registrert, Func<T> uendret, Func<Avvist, T> avvist) => registrert(this);
    }

    /// <summary>The register says so already; nothing was written and there is no event.</summary>
    public sealed record Uendret : Registreringssvar
    {
        public override T Match<T>(Func<Registrert, T> registrert, Func<T> uendret, Func<Avvist, T> avvist) => uendret();
    }

    /// <summary>Nothing was written.</summary>
    /// <param name="Funn">Every fault, with the member of the message it is in. None holds a person identifier.</param>
    public sealed record Avvist(IReadOnlyList<Funn> Funn) : Registreringssvar
    {
        public override T Match<T>(Func<Registrert, T> registrert, Func<T> uendret, Func<Avvist, T> avvist) => avvist(this);
    }
}

/// <summary>One person's new state.</summary>
/// <param name="Identifikator">The number the person has now; of a withdrawn duplicate the number that was withdrawn.</param>
/// <param name="Personnoekkel">The key that never changes.</param>
/// <param name="Dokument">The new document; of a withdrawn duplicate its last one.</param>
/// <param name="Hendelser">The events, in their order.</param>
public sealed record Kvittering(
    Folkeregisteridentifikator Identifikator, long Personnoekkel, Dokumentidentifikator Dokument,
    IReadOnlyList<Hendelseskvittering> Hendelser);

/// <summary>One event that a registration made.</summary>
public sealed record Hendelseskvittering(Hendelsestype Type, Dokumentidentifikator Hendelsesdokument);
