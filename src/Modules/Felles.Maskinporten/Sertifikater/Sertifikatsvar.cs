using Felles.Kernel.Identifikatorer;
using Felles.Web.Token;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>What a chain of certificates is worth.</summary>
internal abstract record Sertifikatsvar
{
    private Sertifikatsvar()
    {
    }

    public abstract T Match<T>(Func<Godkjent, T> godkjent, Func<string, T> avvist, Func<T> uleselig);

    /// <summary>Trusted here, in its time and not revoked.</summary>
    /// <param name="Sertifikat">Whose it is, and its key.</param>
    public sealed record Godkjent(Virksomhetssertifikat Sertifikat) : Sertifikatsvar
    {
        public override T Match<T>(Func<Godkjent, T> godkjent, Func<string, T> avvist, Func<T> uleselig) => godkjent(this);
    }

    /// <param name="Grunn">Why, in words that hold nothing of a person's.</param>
    public sealed record Avvist(string Grunn) : Sertifikatsvar
    {
        public override T Match<T>(Func<Godkjent, T> godkjent, Func<string, T> avvist, Func<T> uleselig) => avvist(Grunn);
    }

    /// <summary>At least one of them is no certificate.</summary>
    public sealed record Uleselig : Sertifikatsvar
    {
        public override T Match<T>(Func<Godkjent, T> godkjent, Func<string, T> avvist, Func<T> uleselig) => uleselig();
    }
}

/// <summary>An enterprise certificate whose chain ends in a trusted authority.</summary>
/// <param name="Orgnr">The organisation it was issued to; null when the subject names none, or more than one.</param>
/// <param name="Amr">The value of <c>client_amr</c> for its profile.</param>
/// <param name="Noekkel">Its key.</param>
/// <param name="Fra">From when the whole chain holds.</param>
/// <param name="Til">How long the whole chain holds.</param>
/// <param name="Ledd">The chain without its root, the certificate itself first.</param>
internal sealed record Virksomhetssertifikat(
    Organisasjonsnummer? Orgnr, string Amr, RsaPool Noekkel, DateTimeOffset Fra, DateTimeOffset Til, IReadOnlyList<Kjedeledd> Ledd);
