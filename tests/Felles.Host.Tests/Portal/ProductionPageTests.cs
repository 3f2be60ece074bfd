using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Testing;
using Felles.Testing.Databaser;

namespace Felles.Host.Tests.Portal;

public sealed class ProductionPageTests(Vertsfikstur sandbox) : IClassFixture<Vertsfikstur>
{
    private static readonly string[] OfTheSandbox = ["syntetisk", "synthetic", "privat Norge", "private Norway", "denne maskinen", "this machine", "sandkasse", "sandbox"];

    [Fact]
    public async Task A_register_of_real_persons_is_not_called_synthetic()
    {
        Assert.SkipWhen(PostgreSqlServer.Absent is not null, PostgreSqlServer.Absent ?? "");
        var database = await PostgreSqlServer.CreateDatabaseAsync();
        var certificate = Path.GetTempFileName();
        await File.WriteAllBytesAsync(certificate, Pkcs12());
        await using (var production = await FellesVert.StartAsync(database, settings:
        [
            "Felles:Mode=Produksjon", "Felles:Miljoe=Produksjon", "Felles:Maskinporten:SigningKeyBits=2048",
            $"Felles:DataProtection:Certificate={certificate}",
        ]))
        {
            foreach (var language in new[] { "nb", "en" })
            {
                var html = await production.Client.GetStringAsync("/?spraak=" + language);
                var said = html[html.IndexOf("<main", StringComparison.Ordinal)..];
                Assert.All(OfTheSandbox, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
                var sandboxSays = await sandbox.Vert.Client.GetStringAsync("/?spraak=" + language);
                Assert.Contains(language == "nb" ? "syntetisk" : "synthetic", sandboxSays);
            }
        }

        File.Delete(certificate);
        await PostgreSqlServer.DropDatabaseAsync(database);
    }

    private static byte[] Pkcs12()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=noekkelring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pkcs12);
    }
}
