using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Storage;

internal static class KeyRingRegistration
{
    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFellesOptions<KeyRingOptions>(configuration, KeyRingOptions.Section);
        services.AddSingleton<IStartupStep, KeyRingCheck>();
        services.AddSingleton<DatabaseKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((options, ring) => options.XmlRepository = ring);
        var protection = services.AddDataProtection().SetApplicationName("Felles");
        var settings = configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new KeyRingOptions();
        if (settings.Certificate is null || !File.Exists(settings.Certificate)) return; // a wrong name is reported by the check of settings
        protection.ProtectKeysWithCertificate(Load(settings.Certificate, settings.CertificatePassword));
        // Both the present one and the former ones: keys outlive the certificate they were wrapped by.
        protection.UnprotectKeysWithAnyCertificate(
            [.. settings.FormerCertificates.Where(File.Exists).Append(settings.Certificate)
                .Select(f => Load(f, settings.CertificatePassword))]);
    }

    private static X509Certificate2 Load(string file, string? password) => X509CertificateLoader.LoadPkcs12FromFile(file, password);

    /// <summary>In production the keys must be wrapped.</summary>
    private sealed class KeyRingCheck(IOptions<FellesOptions> felles, IOptions<KeyRingOptions> ring) : IStartupStep
    {
        public int Order => -1;

        public Task RunAsync(CancellationToken ct) => felles.Value.IsSandkasse || ring.Value.Certificate is not null
            ? Task.CompletedTask
            : throw new InvalidSettingException(
                $"{KeyRingOptions.Section}:Certificate must name a PKCS #12 file when Felles:Mode is Produksjon: it wraps the keys that sign cookies.");
    }
}
