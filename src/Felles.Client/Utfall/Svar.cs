namespace Felles.Client.Utfall;

/// <summary>What a service answered: a value, or a refusal with its reason. A host that cannot be reached is an <see
/// cref="HttpRequestException"/>.</summary>
public abstract record Svar<T>
{
    private Svar()
    {
    }

    public abstract TUt Match<TUt>(Func<T, TUt> godtatt, Func<Avvisning, TUt> avvist);

    public sealed record Godtatt(T Verdi) : Svar<T>
    {
        public override TUt Match<TUt>(Func<T, TUt> godtatt, Func<Avvisning, TUt> avvist) => godtatt(Verdi);
    }

    public sealed record Avvist(Avvisning Grunn) : Svar<T>
    {
        public override TUt Match<TUt>(Func<T, TUt> godtatt, Func<Avvisning, TUt> avvist) => avvist(Grunn);
    }
}
