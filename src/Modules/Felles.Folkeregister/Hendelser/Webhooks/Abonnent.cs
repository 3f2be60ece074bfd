using System.Security.Cryptography;
using System.Text;
using Felles.Folkeregister.Hendelser.Feed;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>A subscriber as its deliveries need it. What it is sent is decided by the rule of its package's feed.</summary>
internal sealed class Abonnent
{
    private readonly byte[] noekkel;

    /// <param name="valg">Judged by <see cref="Webhookkontroll"/>.</param>
    /// <param name="regler">The feeds.</param>
    /// <param name="publicUrl">This instance's own address.</param>
    public Abonnent(WebhookOptions valg, Feedregler regler, string publicUrl)
    {
        Navn = valg.Navn;
        Virksomhet = Organisasjonsnummer.TryParse(valg.Orgnr, out var nummer) ? nummer : throw new FormatException(valg.Orgnr);
        Regel = regler.For(Rettighetspakke.MedNavn(valg.Pakke)!);
        Feed = Tjeneste.Finn("hendelser", Oppslagstype.Hendelser).Single(tjeneste => tjeneste.Pakke == Pakke);
        Kilde = $"{publicUrl.TrimEnd('/')}/folkeregisteret/{Pakke.Sti}";
        Adresse = new Uri(valg.Url);
        Adresseavtrykk = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Adresse.AbsoluteUri)));
        noekkel = Encoding.UTF8.GetBytes(valg.Hemmelighet);
        Scopes = Pakke.SegmentScope is { } segment ? [Pakke.Scope, segment] : [Pakke.Scope];
    }

    public string Navn { get; }

    public Organisasjonsnummer Virksomhet { get; }

    public Feedregel Regel { get; }

    public Rettighetspakke Pakke => Regel.Pakke;

    /// <summary>The service that gives the same when it is asked.</summary>
    public Tjeneste Feed { get; }

    /// <summary>The CloudEvents source.</summary>
    public string Kilde { get; }

    public Uri Adresse { get; }

    /// <summary>Tells one address from another without keeping it: it may hold a secret of the receiver's.</summary>
    public string Adresseavtrykk { get; }

    /// <summary>
    /// Those that open the package. There is no token, so whether the organisation is granted one is asked at each delivery.
    /// </summary>
    public string[] Scopes { get; }

    /// <summary>The header <c>Felles-Signatur</c>: when, and HMAC-SHA256 over the time, a dot and the body.</summary>
    public string Signer(long unixsekunder, ReadOnlySpan<byte> kropp)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, noekkel);
        hmac.AppendData(Encoding.ASCII.GetBytes($"{unixsekunder}."));
        hmac.AppendData(kropp);
        return $"t={unixsekunder},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
