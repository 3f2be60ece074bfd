using System.Net;
using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Tests.Administrasjon;

namespace Felles.Tilgang.Tests.Altinn;

/// <summary>Delegation with Altinn's own paths, scopes and refusals.</summary>
public sealed class AltinnTests(Administrasjon.Sandkasse sandkasse) : IClassFixture<Administrasjon.Sandkasse>
{
    private const string Rot = "/altinn/accessmanagement/api/v1/";
    private const string Oppslag = Rot + "maskinporten/delegations/";
    private const string Leverandoerer = Rot + "enduser/maskinportensuppliers";
    private const string Konsumenter = Rot + "enduser/maskinportenconsumers";
    private const string MedHjemmel = "folkeregister:deling/offentligmedhjemmel";
    private const string Utlegg = "skatteetaten-utleggsbegjaering";

    private static readonly Organisasjonsnummer Kommune = Virksomheter.Sandkasse("kommune");
    private static readonly Organisasjonsnummer Leverandoer = Virksomheter.Sandkasse("leverandoer");
    private static readonly Organisasjonsnummer Tilbyder = Virksomheter.Sandkasse("tilbyder-admin");
    private static readonly Organisasjonsnummer Bank = Virksomheter.Sandkasse("bank");

    [Fact]
    public async Task Maskinporten_and_the_owner_of_the_prefix_find_the_delegation_and_nobody_else()
    {
        var alle = await AltTokenAsync();
        var svar = await sandkasse.SendAsync("GET", $"{Oppslag}?supplierOrg={Leverandoer}&consumerOrg={Kommune}&scope={MedHjemmel}", alle);
        Assert.Equal(HttpStatusCode.OK, svar.Status);
        var en = Assert.Single(svar.Json.EnumerateArray());
        Assert.Equal(
            ["consumer_org", "supplier_org", "delegation_scheme_Id", "scopes", "created", "resourceid"],
            en.EnumerateObject().Select(m => m.Name));
        Assert.Equal((Kommune.ToWire(), Leverandoer.ToWire()), (en.GetProperty("consumer_org").GetString(), en.GetProperty("supplier_org").GetString()));
        Assert.Equal($"""["{MedHjemmel}"]""", en.GetProperty("scopes").GetRawText());
        Assert.Equal("folkeregister-deling~offentligmedhjemmel", en.GetProperty("resourceid").GetString());
        Assert.EndsWith("Z", en.GetProperty("created").GetString());
        Assert.Empty((await sandkasse.SendAsync("GET", $"{Oppslag}?consumerOrg={Bank}&scope={MedHjemmel}", alle)).Json.EnumerateArray());
        Assert.Empty((await sandkasse.SendAsync("GET", $"{Oppslag}?scope=a%00b", alle)).Json.EnumerateArray());

        var eier = await sandkasse.TokenAsync("tilbyder-admin", "altinn:maskinporten/delegations");
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.SendAsync("GET", $"{Oppslag}?scope=tiger:saker", eier)).Status);
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Oppslag}?scope={MedHjemmel}", eier), HttpStatusCode.Forbidden, "delegeringsoppslag-uten-rett",
            $"Not authorized for lookup of delegations for the scope: {MedHjemmel}");
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Oppslag}?scope=tigerunge:saker", eier), HttpStatusCode.Forbidden,
            "delegeringsoppslag-uten-rett", "Not authorized for lookup of delegations for the scope: tigerunge:saker");
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Oppslag}?consumerOrg={Kommune}", eier), HttpStatusCode.Forbidden,
            "delegeringsoppslag-uten-rett", "Not authorized for lookup of delegations without specifying parameter: scope");
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Oppslag}?scope={MedHjemmel}", await sandkasse.TokenAsync("bank")),
            HttpStatusCode.Forbidden, "scope-ikke-i-token");
        ErAvvist(await sandkasse.SendAsync("GET", Oppslag, null), HttpStatusCode.Unauthorized, "token-mangler");
    }

    [Fact]
    public async Task Missing_and_malformed_parameters_of_the_look_up_are_told_in_altinns_form()
    {
        var alle = await AltTokenAsync();
        ErAvvist(
            await sandkasse.SendAsync("GET", Oppslag, alle), HttpStatusCode.BadRequest, "delegeringsoppslag-uten-parametre",
            "Missing query parameters; provide at least one of: scope, supplierOrg, consumerOrg");
        foreach (var navn in new[] { "supplierOrg", "consumerOrg" })
        {
            foreach (var verdi in new[] { "123", "123456789", "31526018%C3%A5" })
                ErUgyldig(await sandkasse.SendAsync("GET", $"{Oppslag}?{navn}={verdi}", alle), navn);
        }
    }

    [Fact]
    public async Task A_consumer_gives_and_takes_and_the_supplier_sees_what_it_has()
    {
        var konsument = await sandkasse.TokenAsync("kommune-admin");
        var leverandoer = await sandkasse.TokenAsync("leverandoer-admin");
        var (fra, til) = ($"party={Kommune}&supplier={Leverandoer}", $"party={Leverandoer}&consumer={Kommune}");
        Assert.Contains(
            Utlegg, (await sandkasse.SendAsync("GET", $"{Leverandoerer}/resources/delegationcheck?party={Kommune}", konsument)).Tekst);
        var kan = await sandkasse.SendAsync(
            "GET", $"{Leverandoerer}/resources/delegationcheck?party={Kommune}&resource=krr-global~digitalpost.read", konsument);
        Assert.False(kan.Json[0].GetProperty("result").GetBoolean());

        var kobling = await sandkasse.SendAsync("POST", $"{Leverandoerer}?{fra}", konsument);
        Assert.Equal(HttpStatusCode.OK, kobling.Status);
        Assert.Equal(kobling.Felt("id"), (await sandkasse.SendAsync("POST", $"{Leverandoerer}?{fra}", konsument)).Felt("id"));
        Assert.Equal("true", (await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?{fra}&resource={Utlegg}", konsument)).Tekst);
        Assert.Equal("false", (await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?{fra}&resource={Utlegg}", konsument)).Tekst);
        var part = Tilgang.Altinn.Sluttbrukerkall.Part(Leverandoer);
        Assert.Contains(Utlegg, (await sandkasse.SendAsync("GET", $"{Konsumenter}/resources?party={part}", leverandoer)).Tekst);
        Assert.Contains("RAUS TIGER", (await sandkasse.SendAsync("GET", $"{Konsumenter}?party={part}", leverandoer)).Tekst);
        Assert.Contains(part.ToString(), (await sandkasse.SendAsync("GET", $"{Leverandoerer}?{fra}", konsument)).Tekst);

        // The supplier gives one back; without cascade the connection stands as long as anything is delegated.
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await sandkasse.SendAsync("DELETE", $"{Konsumenter}/resources?{til}&resource={Utlegg}", leverandoer)).Status);
        Assert.Empty((await sandkasse.SendAsync("GET", $"{Leverandoerer}/resources?{fra}&resource={Utlegg}", konsument)).Json.EnumerateArray());
        ErUgyldig(await sandkasse.SendAsync("DELETE", $"{Leverandoerer}?{fra}", konsument), "supplier", "leverandoer-har-delegeringer");
        Assert.Equal(HttpStatusCode.NoContent, (await sandkasse.SendAsync("DELETE", $"{Leverandoerer}?{fra}&cascade=true", konsument)).Status);
        Assert.Empty((await sandkasse.SendAsync("GET", $"{Leverandoerer}?{fra}", konsument)).Json.EnumerateArray());
        using var token = await sandkasse.Vert.Client.GetAsync($"/sandkasse/token/leverandoer?scope={MedHjemmel}&consumer_org={Kommune}");
        Assert.Contains("MP-251", await token.Content.ReadAsStringAsync());
        ErAvvist(
            await sandkasse.SendAsync("DELETE", $"{Leverandoerer}?{fra}&cascade=true", konsument), HttpStatusCode.NotFound,
            "leverandoer-finnes-ikke");
        Assert.Equal("true", (await sandkasse.SendAsync(
            "POST", $"{Leverandoerer}/resources?{fra}&resource=folkeregister-deling~offentligmedhjemmel", konsument)).Tekst);
    }

    [Fact]
    public async Task Nobody_acts_for_another_and_every_parameter_is_judged()
    {
        var konsument = await sandkasse.TokenAsync("kommune-admin");
        ErAvvist(
            await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?party={Bank}&supplier={Leverandoer}&resource={Utlegg}", konsument),
            HttpStatusCode.Forbidden, "annen-part");
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Leverandoerer}?party={Tilgang.Altinn.Sluttbrukerkall.Part(Bank)}", konsument),
            HttpStatusCode.Forbidden, "annen-part");
        // The supplier's scopes do not let it give anything, nor the consumer's receive.
        ErAvvist(
            await sandkasse.SendAsync("POST", $"{Leverandoerer}?party={Leverandoer}&supplier={Bank}", await sandkasse.TokenAsync("leverandoer-admin")),
            HttpStatusCode.Forbidden, "scope-ikke-i-token");
        ErAvvist(await sandkasse.SendAsync("GET", $"{Konsumenter}?party={Kommune}", konsument), HttpStatusCode.Forbidden, "scope-ikke-i-token");

        var p = $"party={Kommune}";
        ErUgyldig(await sandkasse.SendAsync("GET", Leverandoerer, konsument), "party");
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}?{p}", konsument), "supplier");
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}?{p}&supplier=1", konsument), "supplier");
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}?{p}&supplier={Kommune}", konsument), "supplier", "delegert-til-seg-selv");
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}?{p}&supplier=974760673", konsument), "supplier", "ukjent-virksomhet");
        ErUgyldig(await sandkasse.SendAsync("DELETE", $"{Leverandoerer}?{p}&supplier={Leverandoer}&cascade=x", konsument), "cascade");
        var q = $"{p}&supplier={Leverandoer}";
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?{q}", konsument), "resource", "ukjent-scope");
        ErUgyldig(await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?{q}&resource=finnes-ikke", konsument), "resource", "ukjent-scope");
        ErUgyldig(
            await sandkasse.SendAsync("POST", $"{Leverandoerer}/resources?{q}&resource=krr-global~digitalpost.read", konsument), "resource",
            "ikke-delegerbart");
        ErAvvist(
            await sandkasse.SendAsync("DELETE", $"{Leverandoerer}/resources?{q}&resource=folkeregister-deling~presse", konsument),
            HttpStatusCode.NotFound, "delegering-finnes-ikke");
    }

    [Fact]
    public async Task A_scope_that_was_taken_away_opens_nothing_although_the_token_lives()
    {
        const string Lesing = "altinn:accessmanagement/enduser:maskinportenconsumers.read";
        var token = await sandkasse.TokenAsync("leverandoer-admin", Lesing);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.SendAsync("GET", $"{Konsumenter}?party={Leverandoer}", token)).Status);
        await sandkasse.KallAsync("DELETE", $"tilganger/{Leverandoer}?scope={Lesing}");
        ErAvvist(
            await sandkasse.SendAsync("GET", $"{Konsumenter}?party={Leverandoer}", token), HttpStatusCode.Forbidden, "scope-ikke-tildelt");
        await sandkasse.KallAsync("PUT", $"tilganger/{Leverandoer}?scope={Lesing}");
    }

    private async Task<string> AltTokenAsync()
    {
        // The right of Maskinporten itself, which no sandbox client has.
        const string Alle = "altinn:maskinporten/delegations.admin";
        await sandkasse.KallAsync("PUT", $"tilganger/{Tilbyder}?scope={Alle}");
        var klient = $$"""{"orgnr":"{{Tilbyder}}","client_name":"oppslag","scopes":["{{Alle}}"]}""";
        var rsa = System.Security.Cryptography.RSA.Create(2048);
        var jwk = Testing.Maskinporten.Testklient.Offentlig("k", rsa);
        var kropp = klient[..^1] + $$""","keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k","n":"{{jwk.N}}","e":"{{jwk.E}}"}]}""";
        await sandkasse.KallAsync("PUT", "klienter/oppslag", kropp);
        var assertion = new Testing.Maskinporten.Testklient("oppslag", "k", rsa, [Alle])
            .Assertion($"{sandkasse.Vert.Address}maskinporten/", TimeProvider.System.GetUtcNow());
        using var svar = await sandkasse.Vert.Client.PostAsync("/maskinporten/token", assertion.Skjema());
        return JsonDocument.Parse(await svar.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }

    private static void ErAvvist(Svar svar, HttpStatusCode status, string kode, string? tittel = null)
    {
        Assert.True(status == svar.Status, $"{svar.Status}: {svar.Tekst}");
        Assert.Equal(("application/problem+json", kode, "urn:altinn:error:" + kode), (svar.Medietype, svar.Felt("code"), svar.Felt("type")));
        Assert.Equal(svar.Hoder.GetValues("Korrelasjonsid").Single(), svar.Felt("traceId"));
        if (tittel is not null) Assert.Equal(tittel, svar.Felt("title"));
    }

    private static void ErUgyldig(Svar svar, string sti, string? kode = null)
    {
        ErAvvist(svar, HttpStatusCode.BadRequest, "STD-00000");
        var feil = Assert.Single(svar.Json.GetProperty("validationErrors").EnumerateArray());
        Assert.Equal(sti, Assert.Single(feil.GetProperty("paths").EnumerateArray()).GetString());
        if (kode is not null) Assert.Equal(kode, feil.GetProperty("code").GetString());
    }
}
