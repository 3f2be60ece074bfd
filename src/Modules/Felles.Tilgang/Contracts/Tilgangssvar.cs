namespace Felles.Tilgang.Contracts;

/// <summary>The answer to "may this organisation use this package now". The instances are made once; asking allocates nothing.</summary>
public abstract class Tilgangssvar
{
    private Tilgangssvar()
    {
    }

    public abstract T Match<T>(
        Func<Tillatt, T> tillatt,
        Func<ManglerScope, T> manglerScope,
        Func<IkkeTilgang, T> ikkeTilgang,
        Func<IkkeDelegert, T> ikkeDelegert,
        Func<Utdatert, T> utdatert);

    /// <summary>Yes.</summary>
    public sealed class Tillatt : Tilgangssvar
    {
        internal Tillatt(string scope, bool segmentansvarlig) => (Scope, Segmentansvarlig) = (scope, segmentansvarlig);

        /// <summary>The scope of the token that opened the package; goes into the look-up log.</summary>
        public string Scope { get; }

        /// <summary>The scope was the segment coordinator's variant.</summary>
        public bool Segmentansvarlig { get; }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<ManglerScope, T> manglerScope,
            Func<IkkeTilgang, T> ikkeTilgang,
            Func<IkkeDelegert, T> ikkeDelegert,
            Func<Utdatert, T> utdatert) => tillatt(this);
    }

    /// <summary>The token has none of the package's scopes: 403.</summary>
    public sealed class ManglerScope : Tilgangssvar
    {
        internal ManglerScope()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<ManglerScope, T> manglerScope,
            Func<IkkeTilgang, T> ikkeTilgang,
            Func<IkkeDelegert, T> ikkeDelegert,
            Func<Utdatert, T> utdatert) => manglerScope(this);
    }

    /// <summary>The organisation's package was never opened, or is closed: 403.</summary>
    public sealed class IkkeTilgang : Tilgangssvar
    {
        internal IkkeTilgang()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<ManglerScope, T> manglerScope,
            Func<IkkeTilgang, T> ikkeTilgang,
            Func<IkkeDelegert, T> ikkeDelegert,
            Func<Utdatert, T> utdatert) => ikkeTilgang(this);
    }

    /// <summary>The token's supplier has no delegation from the consumer any more, or never had: 403.</summary>
    public sealed class IkkeDelegert : Tilgangssvar
    {
        internal IkkeDelegert()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<ManglerScope, T> manglerScope,
            Func<IkkeTilgang, T> ikkeTilgang,
            Func<IkkeDelegert, T> ikkeDelegert,
            Func<Utdatert, T> utdatert) => ikkeDelegert(this);
    }

    /// <summary>
    /// This host has not confirmed its access state against the database for too long, so nobody is let in: 503 with Retry-After.
    /// </summary>
    public sealed class Utdatert : Tilgangssvar
    {
        internal Utdatert()
        {
        }

        public override T Match<T>(
            Func<Tillatt, T> tillatt,
            Func<ManglerScope, T> manglerScope,
            Func<IkkeTilgang, T> ikkeTilgang,
            Func<IkkeDelegert, T> ikkeDelegert,
            Func<Utdatert, T> utdatert) => utdatert(this);
    }
}
