using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Sertifikater;
using Felles.Storage;
using Microsoft.Extensions.Options;

namespace Felles.Maskinporten.Sandkasse.Sertifikater;

/// <summary>
/// The certificate authority of the sandbox: made at the first start, trusted by the sandbox alone. It issues to any organisation of
/// Enhetsregisteret, revokes, and publishes its list. In <c>Produksjon</c> it does not exist.
/// </summary>
internal sealed class Testutsteder(
    Testsertifikatlager lager, Tillit tillit, Sperrelister sperrelister, Maskinportenoppsett oppsett, IOptions<FellesOptions> felles,
    TimeProvider clock) : IStartupStep, IDisposable
{
    /// <summary>The type of the event that a certificate was revoked.</summary>
    public const string Hendelse = "testsertifikat";

    public const string Rot = "/sandkasse/sertifikater";
    public const int LengsteDager = 3 * 365;

    private const string Kilde = "sandkasse";
    private const int Bits = 2048;
    private const int Utstederaar = 30;

    private static readonly TimeSpan Tilbakedatering = TimeSpan.FromHours(1);
    private static readonly TimeSpan Listelevetid = TimeSpan.FromDays(30);
    private static readonly TimeSpan Listealder = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim en = new(1, 1);
    private X509Certificate2? eget;
    private volatile byte[] liste = [];
    private long listetid;

    public int Order => 15;

    /// <summary>Its own certificate.</summary>
    public X509Certificate2 Sertifikat => eget ?? throw new InvalidOperationException("The authority of the sandbox has not been read.");

    public async Task RunAsync(CancellationToken ct)
    {
        if (!oppsett.ErSandkasse)
            return;
        if (await lager.UtstederAsync(ct) is null)
            await LagAsync(ct);
        var (sertifikat, privat) = await lager.UtstederAsync(ct)
            ?? throw new InvalidOperationException("The authority of the sandbox was not kept.");
        using var offentlig = X509CertificateLoader.LoadCertificate(sertifikat);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privat, out _);
        eget = offentlig.CopyWithPrivateKey(rsa);
        tillit.LeggTil(X509CertificateLoader.LoadCertificate(sertifikat));
        await LastSperringerAsync(ct);
    }

    /// <summary>Issues a certificate over a public key.</summary>
    public async Task<X509Certificate2> UtstedAsync(
        string navn, Organisasjonsnummer orgnr, string profil, int dager, PublicKey noekkel, CancellationToken ct)
    {
        var naa = clock.GetUtcNow();
        var nummer = RandomNumberGenerator.GetBytes(16);
        // A serial number is positive (RFC 5280 §4.1.2.2), and without a zero in front it has one way to be written.
        nummer[0] = (byte)(nummer[0] & 0x7f | 0x40);
        var soeknad = Testsertifikatmal.Virksomhet(
            navn, orgnr, profil, noekkel, Sertifikat, felles.Value.PublicUrl.TrimEnd('/') + Rot + "/sperreliste");
        X509Certificate2 utstedt;
        await en.WaitAsync(ct);
        try
        {
            utstedt = soeknad.Create(Sertifikat, naa - Tilbakedatering, naa.AddDays(dager), nummer);
        }
        finally
        {
            en.Release();
        }

        await lager.LagreAsync(
            new Testsertifikatrad
            {
                Serienummer = Kjedeledd.Hex(nummer),
                Orgnr = orgnr.Value,
                Profil = profil,
                Utstedt = naa.ToUnixTimeSeconds(),
                Utloeper = naa.AddDays(dager).ToUnixTimeSeconds(),
            },
            ct);
        return utstedt;
    }

    /// <summary>Revokes: durable and in force on this host when it returns, on the others within a second.</summary>
    public async Task<Testsertifikatrad?> SperrAsync(string serienummer, CancellationToken ct)
    {
        var sperret = await lager.SperrAsync(serienummer, clock.GetUtcNow(), ct);
        // The revocation is made: a caller that hangs up now must not keep this host from hearing of it.
        if (sperret is not null)
            await LastSperringerAsync(CancellationToken.None);
        return sperret;
    }

    /// <summary>The signed revocation list, made anew when it is a day old.</summary>
    public async Task<byte[]> SperrelisteAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Volatile.Read(ref listetid)) > Listealder)
            await LastSperringerAsync(ct);
        return liste;
    }

    /// <summary>Reads what is revoked and makes the list of it. Nothing where there is no authority.</summary>
    public async Task LastSperringerAsync(CancellationToken ct)
    {
        if (eget is null)
            return;
        // One at a time: what was read first must not take the place of what was read later.
        await en.WaitAsync(ct);
        try
        {
            var naa = clock.GetUtcNow();
            var bygger = new CertificateRevocationListBuilder();
            foreach (var rad in await lager.SperredeAsync(ct))
                bygger.AddEntry(Convert.FromHexString(rad.Serienummer), DateTimeOffset.FromUnixTimeSeconds(rad.Sperret!.Value));
            var der = bygger.Build(
                eget, naa.ToUnixTimeMilliseconds(), naa + Listelevetid, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, naa);
            sperrelister.Ta(Kilde, Sperrelisteleser.Les(der));
            liste = der;
            Volatile.Write(ref listetid, naa.ToUnixTimeSeconds());
        }
        finally
        {
            en.Release();
        }
    }

    public void Dispose()
    {
        eget?.Dispose();
        en.Dispose();
    }

    private async Task LagAsync(CancellationToken ct)
    {
        using var rsa = await Task.Run(() => RSA.Create(Bits), ct);
        var naa = clock.GetUtcNow();
        using var sertifikat = Testsertifikatmal.Utsteder(rsa).CreateSelfSigned(naa.AddDays(-1), naa.AddYears(Utstederaar));
        await lager.LagreUtstederAsync(sertifikat.RawData, rsa.ExportPkcs8PrivateKey(), ct);
    }
}
