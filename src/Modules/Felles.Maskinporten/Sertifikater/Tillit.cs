using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Storage;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>The authorities this instance believes: those of the settings, and in the sandbox its own.</summary>
internal sealed class Tillit : IDisposable
{
    private const int FlesteFiler = 1000;

    private readonly X509Certificate2Collection mellom = [];
    private volatile X509Certificate2Collection roetter;

    /// <exception cref="InvalidSettingException">A certificate of the settings cannot be read.</exception>
    public Tillit(SertifikatOptions options)
    {
        roetter = [.. options.Rotsertifikater.SelectMany(r => Les(r, nameof(options.Rotsertifikater)))];
        mellom.AddRange(options.Mellomsertifikater.SelectMany(m => Les(m, nameof(options.Mellomsertifikater))).ToArray());
    }

    public X509Certificate2Collection Roetter => roetter;

    public X509Certificate2Collection Mellom => mellom;

    public void LeggTil(X509Certificate2 rot) => roetter = [.. roetter, rot];

    public void Dispose()
    {
        foreach (var sertifikat in roetter.Concat(mellom))
            sertifikat.Dispose();
    }

    private static List<X509Certificate2> Les(string sti, string innstilling)
    {
        try
        {
            string[] filer = Directory.Exists(sti)
                ? [.. Directory.EnumerateFiles(sti).Where(f => Path.GetExtension(f) is ".pem" or ".crt" or ".cer").Take(FlesteFiler)]
                : [sti];
            return filer.SelectMany(LesFil).ToList() is { Count: > 0 } lest
                ? lest : throw new InvalidSettingException($"Felles:Maskinporten:Sertifikater:{innstilling}: {sti} has no certificate.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidSettingException($"Felles:Maskinporten:Sertifikater:{innstilling}: {sti} cannot be read: {e.Message}", e);
        }
    }

    private static X509Certificate2Collection LesFil(string fil)
    {
        var innhold = File.ReadAllBytes(fil);
        if (innhold is [0x30, ..])
            return [X509CertificateLoader.LoadCertificate(innhold)];
        var lest = new X509Certificate2Collection();
        lest.ImportFromPem(System.Text.Encoding.Latin1.GetString(innhold));
        return lest;
    }
}
