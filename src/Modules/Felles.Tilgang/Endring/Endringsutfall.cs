using Felles.Kernel.Feil;

namespace Felles.Tilgang.Endring;

/// <summary>What a change came to inside its unit of work, before the frame has recorded and published it.</summary>
internal abstract record Endringsutfall<T>
{
    private Endringsutfall()
    {
    }

    public sealed record Endret(T Tilstand, Endringspost Post) : Endringsutfall<T>;

    /// <summary>It was so already.</summary>
    public sealed record Uendret(T Tilstand) : Endringsutfall<T>;

    /// <summary>It cannot be done in the state that was found.</summary>
    public sealed record Avvist(Funn Funn) : Endringsutfall<T>;
}
