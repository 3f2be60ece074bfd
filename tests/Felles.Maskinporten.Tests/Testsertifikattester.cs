using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>The certificate authority of the sandbox.</summary>
public sealed class Testsertifikattester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const string Rot = "/sandkasse/sertifikater";

    private readonly Maskinportenvert vert = fikstur.Vert;

    [Theory]
    [InlineData("virksomhetssertifikat")]
    [InlineData("QCForESeal")]
    [InlineData("CForESeal")]
    public async Task A_certificate_of_any_profile_opens_for_its_organisation_and_no_other(string profil)
    {
        var utstedt = await LagAsync(vert, new { orgnr = Sertifikatvert.Kommune, profil });
        var klient = await Sertifikatvert.UtenNoeklerAsync(vert);
        var token = (await vert.HentAsync(Assertion(vert, klient, utstedt))).AccessToken;
        Assert.Equal(profil, Testing.Maskinporten.Assertion.Del(token, 1).Text("client_amr"));
        var bank = await Sertifikatvert.UtenNoeklerAsync(vert, Sertifikatvert.Bank);
        (await vert.HentAsync(Assertion(vert, bank, utstedt))).ErAvvist(400, "invalid_grant", "MP-122");
    }

    [Theory, TestDatabases]
    public async Task A_certificate_revoked_on_one_host_is_refused_on_both_and_stands_on_the_list(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var utstedt = await LagAsync(par.Foerste, new { orgnr = Sertifikatvert.Kommune });
        var klient = await Sertifikatvert.UtenNoeklerAsync(par.Foerste);
        var andre = await par.AndreAsync();
        await Ventet.PaaAsync(async () => (await andre.HentAsync(Assertion(andre, klient, utstedt))).Status == 200);
        var serienummer = utstedt.Text("serienummer")!;

        var sperret = await SendAsync(par.Levende[0], HttpMethod.Post, $"{Rot}/{serienummer.ToLowerInvariant()}/sperr");
        Assert.Equal(HttpStatusCode.OK, sperret.Status);
        (await par.Levende[0].HentAsync(Assertion(par.Levende[0], klient, utstedt))).ErAvvist(400, "invalid_grant", "MP-120");
        await Ventet.PaaAsync(async () => (await andre.HentAsync(Assertion(andre, klient, utstedt))).Beskrivelse.StartsWith("MP-120"));
        // Once more changes nothing.
        var igjen = await SendAsync(andre, HttpMethod.Post, $"{Rot}/{serienummer}/sperr");
        Assert.Equal(sperret.Innhold.GetProperty("sperret").GetRawText(), igjen.Innhold.GetProperty("sperret").GetRawText());
        var liste = CertificateRevocationListBuilder.Load(await andre.Http.GetByteArrayAsync(Rot + "/sperreliste"), out _);
        Assert.True(liste.RemoveEntry(Convert.FromHexString(serienummer)));
    }

    [Fact]
    public async Task The_authority_is_the_same_on_all_hosts_and_after_a_restart_and_its_key_is_protected()
    {
        await using var par = await Vertspar.StartAsync(Dialect.Sqlite);
        var foer = await par.Foerste.Http.GetStringAsync(Rot + "/utsteder");
        var privat = (await par.Foerste.TekstAsync("select hex(privat) from maskinporten.testutsteder")).Single();
        using var rsa = RSA.Create();
        Assert.Throws<CryptographicException>(() => rsa.ImportPkcs8PrivateKey(Convert.FromHexString(privat), out _));
        Assert.DoesNotContain(Convert.ToHexString("Felles Sandkasse"u8), privat);
        Assert.Equal(foer, await (await par.AndreAsync()).Http.GetStringAsync(Rot + "/utsteder"));
    }

    [Fact]
    public async Task A_key_of_ones_own_is_certified_and_the_private_part_stays_where_it_is()
    {
        using var rsa = RSA.Create(2048);
        var csr = new CertificateRequest("CN=likegyldig", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();
        var utstedt = await LagAsync(vert, new { orgnr = Sertifikatvert.Kommune, dager = 10, csr = Convert.ToBase64String(csr) });
        Assert.Equal(JsonValueKind.Null, utstedt.GetProperty("noekkel").ValueKind);
        using var sertifikat = X509Certificate2.CreateFromPem(utstedt.Text("sertifikat"));
        Assert.Equal(rsa.ExportRSAPublicKey(), sertifikat.GetRSAPublicKey()!.ExportRSAPublicKey());
        Assert.DoesNotContain("likegyldig", sertifikat.Subject);
        Assert.InRange(sertifikat.NotAfter.ToUniversalTime() - vert.Klokke.GetUtcNow(), TimeSpan.FromDays(9.9), TimeSpan.FromDays(10));
    }

    [Fact]
    public async Task What_was_issued_is_listed_without_keys()
    {
        var utstedt = await LagAsync(vert, new { orgnr = "310308242" });
        var (status, innhold) = await SendAsync(vert, HttpMethod.Get, Rot + "?orgnr=310308242");
        Assert.Equal(HttpStatusCode.OK, status);
        var ett = Assert.Single(innhold.EnumerateArray());
        Assert.Equal(utstedt.Text("serienummer"), ett.Text("serienummer"));
        Assert.DoesNotContain(ett.EnumerateObject(), m => m.Name is "noekkel" or "x5c");
    }

    [Theory]
    [InlineData("""{}""", "medlem-mangler", "orgnr")]
    [InlineData("""{"orgnr":"123456789"}""", "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("""{"orgnr":"974761076"}""", "MPS-005", "orgnr")]
    [InlineData("""{"orgnr":"315260183","profil":"seid3"}""", "MPS-002", "profil")]
    [InlineData("""{"orgnr":"315260183","dager":0}""", "MPS-003", "dager")]
    [InlineData("""{"orgnr":"315260183","dager":1096}""", "MPS-003", "dager")]
    [InlineData("""{"orgnr":"315260183","dager":"ti"}""", "medlem-feil-type", "dager")]
    [InlineData("""{"orgnr":"315260183","csr":"ikke base64!"}""", "MPS-004", "csr")]
    [InlineData("""{"orgnr":"315260183","csr":"MIIB"}""", "MPS-004", "csr")]
    [InlineData("""{"orgnr":"315260183","hva":1}""", "medlem-ukjent", "hva")]
    public async Task A_bad_order_is_told_with_code_and_place(string kropp, string kode, string sti)
    {
        using var innhold = new StringContent(kropp, null, "application/json");
        using var svar = await vert.Http.PostAsync(Rot, innhold);
        var feil = await svar.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, kode, sti), (svar.StatusCode, feil.Text("kode"), feil.Text("sti")));
    }

    [Fact]
    public async Task An_unknown_serial_number_is_404()
    {
        foreach (var nummer in new[] { "00", "zz", new string('F', 200) })
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(vert, HttpMethod.Post, $"{Rot}/{nummer}/sperr")).Status);
    }

    [Fact]
    public async Task A_page_of_another_name_gets_no_certificate_but_may_read_the_list()
    {
        foreach (var (sti, metode, ventet) in new[]
        {
            (Rot, HttpMethod.Post, HttpStatusCode.Forbidden),
            (Rot + "?orgnr=315260183", HttpMethod.Get, HttpStatusCode.Forbidden),
            ("/sandkasse/token/forklar", HttpMethod.Post, HttpStatusCode.Forbidden),
            (Rot + "/sperreliste", HttpMethod.Get, HttpStatusCode.OK),
        })
        {
            using var melding = new HttpRequestMessage(metode, sti) { Headers = { Host = "angriper.test" } };
            if (metode == HttpMethod.Post)
                melding.Content = JsonContent.Create(new { orgnr = Sertifikatvert.Kommune });
            using var svar = await vert.Http.SendAsync(melding);
            Assert.Equal(ventet, svar.StatusCode);
        }
    }

    private static Assertion Assertion(Maskinportenvert vert, string klient, JsonElement utstedt)
    {
        using var sertifikat = X509Certificate2.CreateFromPem(utstedt.Text("sertifikat"), utstedt.Text("noekkel"));
        return Sertifikatvert.Assertion(vert, klient, sertifikat);
    }

    private static async Task<JsonElement> LagAsync(Maskinportenvert vert, object bestilling)
    {
        using var svar = await vert.Http.PostAsJsonAsync(Rot, bestilling);
        Assert.Equal(HttpStatusCode.Created, svar.StatusCode);
        return await svar.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Innhold)> SendAsync(Maskinportenvert vert, HttpMethod metode, string sti)
    {
        using var melding = new HttpRequestMessage(metode, sti);
        using var svar = await vert.Http.SendAsync(melding);
        return (svar.StatusCode, await svar.Content.ReadFromJsonAsync<JsonElement>());
    }
}
