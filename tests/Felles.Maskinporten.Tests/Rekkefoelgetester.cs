using System.Text.Json.Nodes;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>
/// A request with two faults gets the code of the check that comes first. The pairs are of checks that stand beside each other, where their
/// codes differ; each fault is also tried alone, so that no pair passes because one of the faults is none.
/// </summary>
public sealed class Rekkefoelgetester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const string IkkeForMaskinporten = "krr:user/kontaktinformasjon.read";
    private const string KanIkkeDelegeres = "krr:global/kontaktinformasjon.read";
    private const string KanDelegeres = "skatteetaten:utleggsbegjaering";
    private const string Leverandoer = "310308242";
    private const string Kommune = "315260183";
    private const string Bank = "310166138";

    private static readonly Dictionary<string, (string Kode, Action<Assertion> Skade)> Feil = new()
    {
        ["x5c"] = ("MP-123", a => a.MedHeader("x5c", "MIIB")),
        ["alg"] = ("MP-011", a => a.MedHeader("alg", "HS256")),
        ["klient"] = ("MP-100", a => a.Med("iss", "finnes-ikke")),
        ["sertifikat"] = ("MP-123", a => a.MedHeader("x5c", new JsonArray("AAAA"))),
        ["signatur"] = ("MP-124", a => a.Signert(_ => new byte[256])),
        ["mottaker"] = ("MP-110", a => a.Med("aud", "https://annen/")),
        ["tid"] = ("MP-130", a => a.Med("exp", 1)),
        ["claimnavn"] = ("MP-011", a => a.Med("azp", "x")),
        ["claimverdi"] = ("MP-011", a => a.Med("pid", "12")),
        ["jti"] = ("MP-012", _ => { }),
        ["scope"] = ("MP-200", a => a.Med("scope", "finnes:ikke")),
    };

    private readonly Maskinportenvert vert = fikstur.Vert;

    [Theory]
    [InlineData("x5c", "alg")]
    [InlineData("x5c", "klient")]
    [InlineData("alg", "klient")]
    [InlineData("klient", "sertifikat")]
    [InlineData("sertifikat", "signatur")]
    [InlineData("signatur", "mottaker")]
    [InlineData("mottaker", "tid")]
    [InlineData("tid", "claimnavn")]
    [InlineData("tid", "claimverdi")]
    [InlineData("claimnavn", "jti")]
    [InlineData("claimverdi", "jti")]
    [InlineData("jti", "scope")]
    public async Task Of_two_faults_the_earlier_is_told(string foerst, string sist)
    {
        Assert.StartsWith(Feil[foerst].Kode, (await SvarAsync(foerst)).Beskrivelse);
        Assert.StartsWith(Feil[sist].Kode, (await SvarAsync(sist)).Beskrivelse);
        Assert.StartsWith(Feil[foerst].Kode, (await SvarAsync(foerst, sist)).Beskrivelse);
    }

    [Theory]
    [InlineData("text/plain", "client_credentials", "MP-011")]
    [InlineData("application/x-www-form-urlencoded", "client_credentials", "The grant_type is not supported")]
    [InlineData("application/x-www-form-urlencoded", Assertion.GrantType, "MP-011")]
    public async Task The_form_comes_before_the_grant_type_and_that_before_the_assertion(string type, string grant, string begynnelse)
    {
        using var innhold = new StringContent($"grant_type={grant}&assertion=ikke-et-jwt", null, type);
        Assert.StartsWith(begynnelse, (await vert.HentAsync(innhold)).Beskrivelse);
    }

    [Fact]
    public async Task The_claims_are_an_object_before_the_header_is_judged()
    {
        var assertion = vert.Assertion().MedHeader("x5c", "MIIB");
        Assert.StartsWith("MP-011", (await vert.HentAsync(Assertion.Skjema(assertion.Bygg(assertion.HeaderJson, "[]")))).Beskrivelse);
    }

    [Theory]
    [InlineData(IkkeForMaskinporten + " finnes:ikke", null, false, "MP-200")]
    [InlineData(IkkeForMaskinporten, null, false, "MP-201")]
    [InlineData(IkkeForMaskinporten, Leverandoer, false, "MP-201")]
    [InlineData(KanDelegeres, Leverandoer, false, "Validation of JWT claim failed")]
    [InlineData(KanDelegeres, null, false, "MP-250")]
    [InlineData(KanIkkeDelegeres, Bank, false, "Validation of JWT claim failed")]
    [InlineData(KanDelegeres, Bank, false, "MP-250")]
    [InlineData(KanDelegeres, Kommune, false, "MP-251")]
    [InlineData(KanDelegeres, Kommune, true, "MP-251")]
    public async Task What_is_asked_for_is_judged_in_order_too(string scope, string? consumerOrg, bool detaljer, string begynnelse)
    {
        var klient = await vert.RegistrerAsync(
            $"{IkkeForMaskinporten} {KanIkkeDelegeres} {KanDelegeres}", vert.Klienter.Finn(vert.Klient("leverandoer").ClientId)!.Orgnr);
        var assertion = vert.Assertion(klient).Med("scope", scope);
        if (consumerOrg is not null)
            assertion.Med("consumer_org", consumerOrg);
        if (detaljer)
            assertion.Med("authorization_details", new JsonArray());
        Assert.StartsWith(begynnelse, (await vert.HentAsync(assertion)).Beskrivelse);
    }

    [Fact]
    public async Task A_jti_is_used_up_also_when_the_scope_is_then_refused()
    {
        var refusert = vert.Assertion().Med("scope", "finnes:ikke");
        Assert.StartsWith("MP-200", (await vert.HentAsync(refusert)).Beskrivelse);
        Assert.StartsWith("MP-012", (await vert.HentAsync(vert.Assertion().Med("jti", refusert.Jti))).Beskrivelse);
    }

    [Fact]
    public async Task A_jti_is_not_used_up_by_what_is_refused_before_it()
    {
        var refusert = vert.Assertion().Med("pid", "12");
        Assert.StartsWith("MP-011", (await vert.HentAsync(refusert)).Beskrivelse);
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion().Med("jti", refusert.Jti))).Status);
    }

    private async Task<Tokensvar> SvarAsync(params string[] feil)
    {
        var assertion = vert.Assertion();
        if (feil.Contains("jti"))
            Assert.Equal(200, (await vert.HentAsync(vert.Assertion().Med("jti", assertion.Jti))).Status);
        foreach (var en in feil)
            Feil[en].Skade(assertion);
        return await vert.HentAsync(assertion);
    }
}
