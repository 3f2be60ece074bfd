using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Felles.Cli.Tests.Vert;

public sealed class SertifikatTests(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    [Fact]
    public async Task A_certificate_is_made_into_a_file_of_ones_own_and_revoked()
    {
        var mappe = Directory.CreateTempSubdirectory("felles-sert-");
        try
        {
            var fil = Path.Combine(mappe.FullName, "kommune.pem");
            var laget = await KjoerAsync("", "sertifikat", "lag", "--orgnr", "315260183", "--profil", "QCForESeal", "--ut", fil, "--json");
            Assert.Equal((0, ""), (laget.Kode, laget.Feil));
            using var sertifikat = X509Certificate2.CreateFromPemFile(fil);
            Assert.True(sertifikat.HasPrivateKey);
            Assert.DoesNotContain("PRIVATE", laget.Ut);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fil));

            using var svar = JsonDocument.Parse(laget.Ut);
            var serienummer = svar.RootElement.GetProperty("serienummer").GetString()!;
            Assert.Equal(sertifikat.SerialNumber.TrimStart('0'), serienummer);
            var sperret = await KjoerAsync("", "sertifikat", "sperr", serienummer);
            Assert.Equal(0, sperret.Kode);
            Assert.Contains("is revoked", sperret.Ut);
            Assert.Equal(5, (await KjoerAsync("", "sertifikat", "sperr", "00")).Kode);
        }
        finally
        {
            mappe.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_bad_order_ends_with_6_and_leaves_no_file()
    {
        var fil = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        var kjoering = await KjoerAsync("", "sertifikat", "lag", "--orgnr", "315260183", "--profil", "seid3", "--ut", fil);
        Assert.Equal(6, kjoering.Kode);
        Assert.Contains("MPS-002", kjoering.Feil);
        Assert.False(File.Exists(fil));
    }

    [Fact]
    public async Task A_token_is_explained_from_standard_input()
    {
        var token = (await fikstur.KjoerAsync("kommune", "token")).Ut;
        var god = await KjoerAsync(token, "token", "forklar");
        Assert.Equal(0, god.Kode);
        Assert.Contains("Accepted: 315260183", god.Ut);
        Assert.DoesNotContain(token.Trim(), god.Ut);

        var daarlig = await KjoerAsync("a.b.c", "token", "forklar", "--json");
        Assert.Equal(4, daarlig.Kode);
        using var svar = JsonDocument.Parse(daarlig.Ut);
        Assert.Equal("MP-011", svar.RootElement.GetProperty("kode").GetString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2() =>
        Assert.Equal(2, (await KjoerAsync("", "token", "forklar", "/finnes/ikke.jwt")).Kode);

    private Task<Kommandokjoering> KjoerAsync(string inn, params string[] args) =>
        Kommandokjoering.KjoerAsync([.. args, "--url", fikstur.Vert.Address.ToString()], inn);
}
