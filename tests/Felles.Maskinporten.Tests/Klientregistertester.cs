using System.Security.Cryptography;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Felles.Testing.Maskinporten;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Tests;

public sealed class Klientregistertester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private static readonly RSA Noekkel = RSA.Create(2048);

    private readonly Maskinportenvert vert = fikstur.Vert;

    [Fact]
    public async Task Replacing_the_keys_closes_the_old_one()
    {
        var klient = await vert.RegistrerAsync("folkeregister:deling/offentligmedhjemmel");
        using var ny = RSA.Create(2048);
        var noekler = new Klientendring { Noekler = [Testklient.Offentlig("ny", ny)] };
        Assert.IsType<Klientsvar.Lagret>(await vert.Klienter.EndreAsync(klient.ClientId, noekler, Maskinportenvert.Tester));
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(400, "invalid_grant", "MP-100");
        var medNy = new Testklient(klient.ClientId, "ny", ny, klient.Scopes);
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion(medNy))).Status);
    }

    [Fact]
    public async Task Five_keys_work_and_six_are_refused()
    {
        var noekler = Enumerable.Range(0, 6).Select(i => Testklient.Offentlig($"n{i}", Noekkel)).ToArray();
        var klient = Assert.IsType<Klientsvar.Lagret>(await RegistrerAsync(noekler[..5])).Klient;
        var fjerde = new Testklient(klient.ClientId, "n4", Noekkel, ["folkeregister:deling/offentligmedhjemmel"]);
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion(fjerde))).Status);
        ErUgyldig(await RegistrerAsync(noekler), "MPK-010", "keys");
    }

    [Theory]
    [InlineData("")]
    [InlineData("med blank")]
    [InlineData("skrå/strek")]
    public async Task A_kid_has_letters_digits_and_three_signs(string kid) =>
        ErUgyldig(await RegistrerAsync(Testklient.Offentlig(kid, Noekkel)), "MPK-011", "keys[0].kid");

    [Fact]
    public async Task A_kid_is_unique_within_the_client() =>
        ErUgyldig(await RegistrerAsync(Testklient.Offentlig("a", Noekkel), Testklient.Offentlig("a", Noekkel)), "MPK-011", "keys[1].kid");

    [Fact]
    public async Task A_short_key_is_refused()
    {
        using var kort = RSA.Create(1024);
        ErUgyldig(await RegistrerAsync(Testklient.Offentlig("a", kort)), "MPK-013", "keys[0].n");
    }

    [Fact]
    public async Task A_key_that_is_no_RSA_key_for_signatures_is_refused()
    {
        ErUgyldig(await RegistrerAsync(new JsonWebKey { Kty = "EC", Kid = "a", Crv = "P-256", X = "AA", Y = "AA" }), "MPK-012", "keys[0]");
        foreach (var skade in new Action<JsonWebKey>[] { j => j.Use = "enc", j => j.Alg = "HS256", j => j.E = "AQ", j => j.E = "AQAA", j => j.N = "!!", j => j.N = "" })
        {
            var jwk = Testklient.Offentlig("a", Noekkel);
            skade(jwk);
            ErUgyldig(await RegistrerAsync(jwk), "MPK-012", "keys[0]");
        }
    }

    [Fact]
    public async Task A_private_key_is_refused()
    {
        var jwk = Testklient.Offentlig("a", Noekkel);
        jwk.D = "AQAB";
        ErUgyldig(await RegistrerAsync(jwk), "MPK-014", "keys[0]");
    }

    [Fact]
    public async Task A_modulus_with_a_leading_zero_as_Java_writes_it_is_the_same_key()
    {
        var jwk = Testklient.Offentlig("a", Noekkel);
        jwk.N = Base64UrlEncoder.Encode([0, .. Base64UrlEncoder.DecodeBytes(jwk.N)]);
        var klient = Assert.IsType<Klientsvar.Lagret>(await RegistrerAsync(jwk)).Klient;
        var test = new Testklient(klient.ClientId, "a", Noekkel, ["folkeregister:deling/offentligmedhjemmel"]);
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion(test))).Status);
    }

    [Fact]
    public async Task An_id_is_registered_once()
    {
        var id = Guid.NewGuid().ToString();
        Assert.IsType<Klientsvar.Lagret>(await RegistrerAsync(id));
        ErUgyldig(await RegistrerAsync(id), "MPK-003", "client_id");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var svar = await vert.Klienter.RegistrerAsync(new NyKlient("", Eier, ["uten-prefix"], [], -1, "med blank"), Maskinportenvert.Tester);
        Assert.Equal(["MPK-001", "MPK-002", "MPK-005", "MPK-004"], Assert.IsType<Klientsvar.Ugyldig>(svar).Funn.Select(f => f.Feil.Kode));
    }

    [Fact]
    public async Task An_unknown_client_cannot_be_changed()
    {
        Assert.IsType<Klientsvar.Ukjent>(await vert.Klienter.EndreAsync("finnes-ikke", new() { Aktiv = false }, Maskinportenvert.Tester));
        Assert.Null(vert.Klienter.Finn("finnes-ikke"));
    }

    private static Organisasjonsnummer Eier => Organisasjonsnummer.TryParse("315260183", out var nummer) ? nummer : default;

    private Task<Klientsvar> RegistrerAsync(params JsonWebKey[] noekler) =>
        vert.Klienter.RegistrerAsync(new NyKlient("prøve", Eier, ["folkeregister:deling/offentligmedhjemmel"], noekler), Maskinportenvert.Tester);

    private Task<Klientsvar> RegistrerAsync(string id) =>
        vert.Klienter.RegistrerAsync(new NyKlient("prøve", Eier, [], [Testklient.Offentlig("a", Noekkel)], ClientId: id), Maskinportenvert.Tester);

    private static void ErUgyldig(Klientsvar svar, string kode, string sti) =>
        Assert.Contains(Assert.IsType<Klientsvar.Ugyldig>(svar).Funn, f => f.Feil.Kode == kode && f.Sti == sti);
}
