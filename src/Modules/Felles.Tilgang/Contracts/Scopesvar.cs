namespace Felles.Tilgang.Contracts;

/// <summary>The answer to "may this organisation have tokens with this scope now".</summary>
public abstract class Scopesvar
{
    private Scopesvar()
    {
    }

    public abstract T Match<T>(
        Func<Tillatt, T> tillatt,
        Func<UkjentScope, T> ukjentScope,
        Func<InaktivtScope, T> inaktivtScope,
        Func<IkkeTildelt, T> ikkeTildelt,
        Func<Utdatert, T> utdatert);

    /// <summary>Granted to the organisation in this environment, or open to all.</summary>
    public sealed class Tillatt : Scopesvar
    {
        internal Tillatt(Scope scope) => Scope = scope;

        public Scope Scope { get; }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<UkjentScope, T> ukjentScope,
            Func<InaktivtScope, T> inaktivtScope,
            Func<IkkeTildelt, T> ikkeTildelt,
            Func<Utdatert, T> utdatert) => tillatt(this);
    }

    public sealed class UkjentScope : Scopesvar
    {
        internal UkjentScope()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<UkjentScope, T> ukjentScope,
            Func<InaktivtScope, T> inaktivtScope,
            Func<IkkeTildelt, T> ikkeTildelt,
            Func<Utdatert, T> utdatert) => ukjentScope(this);
    }

    /// <summary>The scope exists but its owner has deactivated it.</summary>
    public sealed class InaktivtScope : Scopesvar
    {
        internal InaktivtScope()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<UkjentScope, T> ukjentScope,
            Func<InaktivtScope, T> inaktivtScope,
            Func<IkkeTildelt, T> ikkeTildelt,
            Func<Utdatert, T> utdatert) => inaktivtScope(this);
    }

    /// <summary>Never granted, still only requested, or denied.</summary>
    public sealed class IkkeTildelt : Scopesvar
    {
        internal IkkeTildelt(Scope scope) => Scope = scope;

        public Scope Scope { get; }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<UkjentScope, T> ukjentScope,
            Func<InaktivtScope, T> inaktivtScope,
            Func<IkkeTildelt, T> ikkeTildelt,
            Func<Utdatert, T> utdatert) => ikkeTildelt(this);
    }

    /// <summary>This host has not confirmed its access state for too long: no tokens, 503.</summary>
    public sealed class Utdatert : Scopesvar
    {
        internal Utdatert()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<UkjentScope, T> ukjentScope,
            Func<InaktivtScope, T> inaktivtScope,
            Func<IkkeTildelt, T> ikkeTildelt,
            Func<Utdatert, T> utdatert) => utdatert(this);
    }
}
