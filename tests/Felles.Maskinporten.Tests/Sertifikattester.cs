using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Sertifikater;
using Felles.Storage;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>Clients that authenticate with the enterprise certificate of their organisation.</summary>
public sealed class Sertifikattester(Sertifikatvert fikstur) : IClassFixture<Sertifikatvert>
{
    private const string Tekst120 = "MP-120: Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate";

    private readonly Maskinportenvert vert = fikstur.Vert;
    private readonly Testpki pki = fikstur.Pki;

    [Fact]
    public async Task The_older_profile_has_the_number_in_serialNumber() =>
        Assert.Equal("virksomhetssertifikat", await AmrAsync(pki.Eldre(Sertifikatvert.Kommune)));

    [Theory]
    [InlineData(true, "QCForESeal")]
    [InlineData(false, "CForESeal")]
    public async Task SEID_2_has_the_number_in_organizationIdentifier(bool kvalifisert, string amr) =>
        Assert.Equal(amr, await AmrAsync(pki.Seid2(Sertifikatvert.Kommune, kvalifisert)));

    [Fact]
    public async Task The_whole_chain_with_its_root_is_taken() =>
        Assert.Equal(200, (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune), pki.Mellom, pki.Rot))).Status);

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_signature_may_be_longer(string alg)
    {
        var sertifikat = pki.Eldre(Sertifikatvert.Kommune);
        Assert.Equal(200, (await vert.HentAsync(
            fikstur.Assertion(sertifikat, pki.Mellom).SignertMed(sertifikat.GetRSAPrivateKey()!, alg))).Status);
    }

    [Fact]
    public async Task A_kid_beside_the_certificate_says_nothing_where_no_key_is_registered() =>
        Assert.Equal(200, (await vert.HentAsync(
            fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune), pki.Mellom).MedHeader("kid", "noe"))).Status);

    [Fact]
    public async Task A_kid_alone_is_MP_100_where_no_key_is_registered() =>
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune), pki.Mellom).UtenHeader("x5c").MedHeader("kid", "noe")))
            .ErAvvist(400, "invalid_grant", "MP-100");

    [Fact]
    public async Task A_client_with_registered_keys_cannot_use_a_certificate_instead()
    {
        var klient = vert.Klient("kommune");
        (await vert.HentAsync(Sertifikatvert.Assertion(vert, klient.ClientId, pki.Eldre(Sertifikatvert.Kommune), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task Only_the_leaf_is_enough_when_the_authority_between_stands_in_the_settings()
    {
        var bare = pki.Eldre(Sertifikatvert.Kommune);
        (await vert.HentAsync(fikstur.Assertion(bare))).ErAvvist(400, "invalid_grant", Tekst120);
        await using var annen = await Maskinportenvert.StartAsync(
            innstillinger: [.. pki.Innstillinger, $"Felles:Maskinporten:Sertifikater:Mellomsertifikater:0={pki.Mellomfil}"]);
        var klient = await Sertifikatvert.UtenNoeklerAsync(annen);
        Assert.Equal(200, (await annen.HentAsync(Sertifikatvert.Assertion(annen, klient, bare))).Status);
    }

    [Fact]
    public async Task MP_120_is_given_for_an_issuer_that_is_not_trusted()
    {
        using var fremmed = new Testpki(pki.Naa);
        (await vert.HentAsync(fikstur.Assertion(fremmed.Eldre(Sertifikatvert.Kommune), fremmed.Mellom, fremmed.Rot)))
            .ErAvvist(400, "invalid_grant", Tekst120);
        // Names are no trust: the stranger's authorities are called the same as ours.
        (await vert.HentAsync(fikstur.Assertion(fremmed.Eldre(Sertifikatvert.Kommune), pki.Mellom))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public async Task MP_120_is_given_for_a_self_signed_certificate()
    {
        var rsa = pki.Ny(2048);
        var soeknad = new CertificateRequest(
            Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Testpki.Vanlig(soeknad);
        using var selvsignert = soeknad.CreateSelfSigned(pki.Naa.AddDays(-1), pki.Naa.AddDays(30));
        (await vert.HentAsync(fikstur.Assertion(selvsignert))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Theory]
    [InlineData(-30, -1)]
    [InlineData(1, 30)]
    public async Task MP_120_is_given_outside_the_certificates_time(int fra, int til) =>
        (await vert.HentAsync(fikstur.Assertion(
            pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), dager: (fra, til)), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-120");

    [Fact]
    public async Task MP_120_is_given_when_a_certificate_that_was_taken_before_has_expired()
    {
        await using var egen = await Maskinportenvert.StartAsync(
            innstillinger: [.. pki.Innstillinger, "Felles:Maskinporten:Sertifikater:GodtaUtenSperreliste=true"]);
        var klient = await Sertifikatvert.UtenNoeklerAsync(egen);
        var sertifikat = pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), dager: (-1, 30));
        Assert.Equal(200, (await egen.HentAsync(Sertifikatvert.Assertion(egen, klient, sertifikat, pki.Mellom))).Status);
        egen.Klokke.Flytt(TimeSpan.FromDays(31));
        (await egen.HentAsync(Sertifikatvert.Assertion(egen, klient, sertifikat, pki.Mellom))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.NonRepudiation)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment)]
    public async Task MP_120_is_given_for_the_wrong_key_usage(X509KeyUsageFlags bruk) =>
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune, s => Testpki.Bruk(s, bruk)), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-120");

    [Fact]
    public async Task MP_120_is_given_for_a_short_key_and_for_another_kind_of_key()
    {
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune, noekkel: pki.Ny(1024)), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-120");
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var soeknad = new CertificateRequest(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), ec, HashAlgorithmName.SHA256);
        Testpki.Vanlig(soeknad);
        using var sertifikat = soeknad.Create(
            pki.Mellom.SubjectName, X509SignatureGenerator.CreateForRSA(pki.Mellom.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1),
            pki.Naa.AddDays(-1), pki.Naa.AddDays(30), [1, 2, 3]);
        var assertion = vert.Assertion().Med("iss", fikstur.ClientId).UtenHeader("kid").MedHeader("x5c", Testpki.X5c(sertifikat, pki.Mellom));
        (await vert.HentAsync(assertion)).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public async Task MP_120_is_given_for_an_authoritys_own_certificate_and_for_one_it_let_an_organisation_issue()
    {
        (await vert.HentAsync(fikstur.Assertion(pki.Mellom, pki.Rot))).ErAvvist(400, "invalid_grant", "MP-120");
        (await vert.HentAsync(fikstur.Assertion(pki.Rot))).ErAvvist(400, "invalid_grant", "MP-120");
        var kommune = pki.Eldre(Sertifikatvert.Kommune);
        var avKommunen = pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Bank)), utsteder: SomUtsteder(kommune), dager: (-1, 30));
        (await vert.HentAsync(fikstur.Assertion(avKommunen, kommune, pki.Mellom))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public async Task MP_120_is_given_for_SHA_1()
    {
        var rsa = pki.Ny(2048);
        var soeknad = new CertificateRequest(
            Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Testpki.Vanlig(soeknad);
        using var uten = soeknad.Create(
            pki.Mellom.SubjectName, new Sha1Signatur(pki.Mellom.GetRSAPrivateKey()!), pki.Naa.AddDays(-1), pki.Naa.AddDays(30), [1, 2, 3]);
        using var sertifikat = uten.CopyWithPrivateKey(rsa);
        (await vert.HentAsync(fikstur.Assertion(sertifikat, pki.Mellom))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public async Task MP_122_is_given_for_another_organisations_certificate()
    {
        const string Tekst = "MP-122: Invalid JWT. Invalid organization number for client. Does not match certificate orgno";
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Bank), pki.Mellom))).ErAvvist(400, "invalid_grant", Tekst);
        (await vert.HentAsync(fikstur.Assertion(pki.Seid2(Sertifikatvert.Bank, kvalifisert: true), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", Tekst);
    }

    [Theory]
    [InlineData("2.5.4.5", "NTRNO-315260183")]
    [InlineData("2.5.4.97", "315260183")]
    [InlineData("2.5.4.97", "NTRSE-315260183")]
    [InlineData("2.5.4.97", "VATNO-315260183")]
    [InlineData("2.5.4.5", "315260184")]
    [InlineData("2.5.4.11", "315260183")]
    public async Task MP_122_is_given_when_the_subject_has_no_organisation_number_in_a_known_form(string oid, string verdi) =>
        (await vert.HentAsync(fikstur.Assertion(pki.Utsted(Testpki.Emne((oid, verdi))), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-122");

    [Fact]
    public async Task MP_122_is_given_when_the_subject_has_two_numbers_and_the_newer_form_goes_before_the_older()
    {
        (await vert.HentAsync(fikstur.Assertion(
            pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune), ("2.5.4.5", Sertifikatvert.Bank))), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-122");
        (await vert.HentAsync(fikstur.Assertion(
            pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune), ("2.5.4.97", "NTRNO-" + Sertifikatvert.Bank))), pki.Mellom)))
            .ErAvvist(400, "invalid_grant", "MP-122");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task MP_123_is_given_when_any_of_the_chain_is_no_certificate(int plass)
    {
        var x5c = Testpki.X5c(pki.Eldre(Sertifikatvert.Kommune), pki.Mellom);
        x5c[plass] = "MIIB";
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune)).MedHeader("x5c", x5c)))
            .ErAvvist(400, "invalid_grant", "MP-123");
    }

    [Fact]
    public async Task MP_123_is_given_for_more_certificates_than_any_chain_has()
    {
        var x5c = new JsonArray([.. Enumerable.Range(0, 7).Select(_ => JsonValue.Create(Convert.ToBase64String(pki.Rot.RawData)))]);
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune)).MedHeader("x5c", x5c)))
            .ErAvvist(400, "invalid_grant", "MP-123");
    }

    [Fact]
    public async Task MP_124_is_given_when_another_key_signs_than_the_certificates()
    {
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune), pki.Mellom).SignertMed(pki.Ny(2048))))
            .ErAvvist(400, "invalid_grant", "MP-124");
        // A stolen public certificate is not enough, and neither is one of mine behind somebody else's.
        (await vert.HentAsync(fikstur.Assertion(pki.Eldre(Sertifikatvert.Kommune), pki.Eldre(Sertifikatvert.Bank), pki.Mellom)
            .SignertMed(pki.Ny(2048)))).ErAvvist(400, "invalid_grant", "MP-124");
    }

    /// <summary>The certificate stands in the key's place: after the client, before the signature; its chain before its owner.</summary>
    [Theory]
    [InlineData("x5c", "klient", "MP-123")]
    [InlineData("klient", "utsteder", "MP-100")]
    [InlineData("uleselig", "signatur", "MP-123")]
    [InlineData("utsteder", "eier", "MP-120")]
    [InlineData("eier", "signatur", "MP-122")]
    [InlineData("signatur", "mottaker", "MP-124")]
    public async Task Of_two_faults_the_earlier_is_told(string foerst, string sist, string kode)
    {
        using var fremmed = new Testpki(pki.Naa);
        string[] feil = [foerst, sist];
        var hos = feil.Contains("utsteder") ? fremmed : pki;
        var assertion = fikstur.Assertion(hos.Eldre(feil.Contains("eier") ? Sertifikatvert.Bank : Sertifikatvert.Kommune), hos.Mellom);
        foreach (var en in feil)
        {
            _ = en switch
            {
                "x5c" => assertion.MedHeader("x5c", "MIIB"),
                "uleselig" => assertion.MedHeader("x5c", new JsonArray("AAAA")),
                "klient" => assertion.Med("iss", "finnes-ikke"),
                "signatur" => assertion.Signert(_ => new byte[256]),
                "mottaker" => assertion.Med("aud", "https://annen/"),
                _ => assertion,
            };
        }

        Assert.StartsWith(kode, (await vert.HentAsync(assertion)).Beskrivelse);
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    public async Task A_MAC_over_the_certificate_is_no_signature(string alg)
    {
        var sertifikat = pki.Eldre(Sertifikatvert.Kommune);
        foreach (var hemmelighet in new[] { sertifikat.RawData, sertifikat.PublicKey.ExportSubjectPublicKeyInfo() })
        {
            (await vert.HentAsync(fikstur.Assertion(sertifikat, pki.Mellom).MedHeader("alg", alg)
                .Signert(d => alg == "none" ? [] : HMACSHA256.HashData(hemmelighet, d)))).ErAvvist(400, "invalid_request", "MP-011");
        }
    }

    [Fact]
    public async Task A_registered_key_with_a_certificate_stands_and_falls_with_it()
    {
        var god = pki.Eldre(Sertifikatvert.Kommune);
        Assert.Equal("private_key_jwt", await LaastAsync(god, god));
        Assert.Equal("MP-122", await LaastAsync(pki.Eldre(Sertifikatvert.Bank), null));
        var utloept = pki.Utsted(Testpki.Emne(("2.5.4.5", Sertifikatvert.Kommune)), dager: (-30, -1));
        Assert.Equal("MP-120", await LaastAsync(utloept, null));
        // The same key in another certificate: the client is locked to the one it was registered with.
        var fornyet = pki.Eldre(Sertifikatvert.Kommune, noekkel: god.GetRSAPrivateKey());
        Assert.Equal("MP-120", await LaastAsync(god, fornyet));
    }

    [Fact]
    public async Task A_key_is_registered_with_its_own_certificate_or_none()
    {
        var sertifikat = pki.Eldre(Sertifikatvert.Kommune);
        var klient = await Sertifikatvert.UtenNoeklerAsync(vert);
        Assert.Null(await KodeAsync(klient, sertifikat, Testpki.X5c(sertifikat, pki.Mellom)));
        foreach (var x5c in new JsonNode[]
        {
            Testpki.X5c(pki.Eldre(Sertifikatvert.Kommune)), new JsonArray("MIIB"), new JsonArray("ikke base64!"), new JsonArray(7),
            new JsonArray(), "MIIB", new JsonArray([.. Enumerable.Repeat(0, 7).Select(_ => Testpki.X5c(sertifikat)[0]!.DeepClone())]),
        })
        {
            Assert.Equal("MPK-015", await KodeAsync(klient, sertifikat, x5c));
        }
    }

    [Fact]
    public void No_damage_to_a_certificate_makes_it_another_organisations_or_the_judge_fall()
    {
        var kjede = new[] { pki.Eldre(Sertifikatvert.Kommune).RawData, pki.Mellom.RawData };
        var options = new SertifikatOptions { Rotsertifikater = [pki.Rotfil], GodtaUtenSperreliste = true };
        using var tillit = new Tillit(options);
        var kontroll = new Sertifikatkontroll(tillit, new Sperrelister(options));
        Assert.Equal(Sertifikatvert.Kommune, Orgnr(kjede));
        for (var i = 0; i < kjede[0].Length; i += 3)
        {
            foreach (var maske in new byte[] { 0x01, 0x80, 0xff })
            {
                var skadet = kjede[0].ToArray();
                skadet[i] ^= maske;
                Assert.Null(Orgnr([skadet, kjede[1]]));
            }

            Assert.Null(Orgnr([kjede[0][..i], kjede[1]]));
        }

        string? Orgnr(byte[][] chain) => kontroll.Doem(chain, pki.Naa).Match(g => g.Sertifikat.Orgnr?.ToWire(), _ => null, () => null);
    }

    [Theory]
    [InlineData("/finnes/ikke")]
    [InlineData("tom")]
    [InlineData("tull.pem")]
    public void A_root_that_cannot_be_read_stops_the_start(string sti)
    {
        var mappe = Directory.CreateTempSubdirectory("felles-rot-");
        Directory.CreateDirectory(Path.Combine(mappe.FullName, "tom"));
        File.WriteAllText(Path.Combine(mappe.FullName, "tull.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----");
        var feil = Assert.Throws<InvalidSettingException>(() => new Tillit(
            new SertifikatOptions { Rotsertifikater = [Path.Combine(mappe.FullName, sti)] }));
        Assert.StartsWith("Felles:Maskinporten:Sertifikater:Rotsertifikater", feil.Message);
        mappe.Delete(recursive: true);
    }

    private async Task<string?> KodeAsync(string klient, X509Certificate2 sertifikat, JsonNode x5c)
    {
        var jwk = Testklient.Offentlig("med", sertifikat.GetRSAPrivateKey()!);
        var noekkel = new JsonObject { ["kty"] = "RSA", ["kid"] = "med", ["n"] = jwk.N, ["e"] = jwk.E, ["x5c"] = x5c };
        var kropp = new JsonObject { ["orgnr"] = Sertifikatvert.Kommune, ["keys"] = new JsonArray(noekkel), ["grunn"] = "prøve" };
        var (status, innhold) = await vert.AdministrerAsync(HttpMethod.Put, "klienter/" + klient, kropp.ToJsonString());
        return status == System.Net.HttpStatusCode.OK ? null : innhold.Text("kode");
    }

    private async Task<string> LaastAsync(X509Certificate2 registrert, X509Certificate2? sendt)
    {
        using var rsa = registrert.GetRSAPrivateKey()!;
        var jwk = Testklient.Offentlig("laast", rsa);
        jwk.X5c.Add(Convert.ToBase64String(registrert.RawData));
        jwk.X5c.Add(Convert.ToBase64String(pki.Mellom.RawData));
        var klient = await Sertifikatvert.UtenNoeklerAsync(vert);
        Assert.IsType<Klientsvar.Lagret>(await vert.Klienter.EndreAsync(klient, new() { Noekler = [jwk] }, Maskinportenvert.Tester));
        var assertion = vert.Assertion(new Testklient(klient, "laast", rsa, [Sertifikatvert.Scope]));
        if (sendt is not null)
            assertion.MedHeader("x5c", Testpki.X5c(sendt));
        var svar = await vert.HentAsync(assertion);
        return svar.Status == 200 ? Assertion.Del(svar.AccessToken, 1).Text("client_amr")! : svar.Beskrivelse[..6];
    }

    private async Task<string?> AmrAsync(X509Certificate2 sertifikat)
    {
        var token = (await vert.HentAsync(fikstur.Assertion(sertifikat, pki.Mellom))).AccessToken;
        Assert.Equal(Sertifikatvert.Kommune, await Tokentester.HvemAsync(vert, token));
        return Assertion.Del(token, 1).Text("client_amr");
    }

    // The builder asks that an issuer be one; an attacker does not.
    private static X509Certificate2 SomUtsteder(X509Certificate2 sertifikat)
    {
        var rsa = sertifikat.GetRSAPrivateKey()!;
        var soeknad = new CertificateRequest(sertifikat.SubjectName, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        soeknad.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return soeknad.CreateSelfSigned(sertifikat.NotBefore, sertifikat.NotAfter);
    }

    // The framework makes no new certificates with SHA-1.
    private sealed class Sha1Signatur(RSA noekkel) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            Convert.FromHexString("300d06092a864886f70d0101050500");

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            noekkel.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(noekkel);
    }
}
