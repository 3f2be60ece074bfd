namespace Felles.Web.Token;

/// <summary>What the Authorization header of a request is worth. Everything but <see cref="Gyldig"/> is answered with 401.</summary>
public abstract record TokenResult
{
    private TokenResult()
    {
    }

    public abstract T Match<T>(Func<ValidatedToken, T> gyldig, Func<T> mangler, Func<string, T> ugyldig);

    public sealed record Gyldig(ValidatedToken Token) : TokenResult
    {
        public override T Match<T>(Func<ValidatedToken, T> gyldig, Func<T> mangler, Func<string, T> ugyldig) => gyldig(Token);
    }

    /// <summary>No bearer token was sent.</summary>
    public sealed record Mangler : TokenResult
    {
        internal static readonly Mangler Instance = new();

        private Mangler()
        {
        }

        public override T Match<T>(Func<ValidatedToken, T> gyldig, Func<T> mangler, Func<string, T> ugyldig) => mangler();
    }

    /// <param name="Grunn">Reason in English without any content of the token; fit for <c>error_description</c> (RFC 6750 §3).</param>
    public sealed record Ugyldig(string Grunn) : TokenResult
    {
        public override T Match<T>(Func<ValidatedToken, T> gyldig, Func<T> mangler, Func<string, T> ugyldig) => ugyldig(Grunn);
    }
}
