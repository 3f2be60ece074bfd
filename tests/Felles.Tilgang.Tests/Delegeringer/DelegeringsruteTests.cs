using System.Net;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Tilgang.Tests.Delegeringer;

/// <summary>The operator's routes, and what a register does with a supplier's live token.</summary>
public sealed class DelegeringsruteTests(Administrasjon.Sandkasse sandkasse) : IClassFixture<Administrasjon.Sandkasse>
{
    private const string MedHjemmel = "folkeregister:deling/offentligmedhjemmel";
    private const string Person = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/24907999374";

    private static readonly Organisasjonsnummer Kommune = Virksomheter.Sandkasse("kommune");
    private static readonly Organisasjonsnummer Leverandoer = Virksomheter.Sandkasse("leverandoer");
    private static readonly Organisasjonsnummer Inkasso = Virksomheter.Sandkasse("inkasso");

    [Fact]
    public async Task A_live_token_is_refused_by_the_register_as_soon_as_the_delegation_ends_and_the_log_names_both()
    {
        var token = await sandkasse.Vert.Client.GetStringAsync($"/sandkasse/token/leverandoer?scope={MedHjemmel}&consumer_org={Kommune}");
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.SendAsync("GET", Person, token)).Status);
        var slutt = await sandkasse.KallAsync("DELETE", $"delegeringer/{Kommune}/{Leverandoer}?scope={MedHjemmel}&grunn=avtalen%20er%20sagt%20opp");
        Assert.Equal((HttpStatusCode.OK, "DRIFT"), (slutt.Status, slutt.Felt("avsluttetSide")));
        var avvist = await sandkasse.SendAsync("GET", Person, token);
        Assert.Equal(HttpStatusCode.Forbidden, avvist.Status);
        Assert.Contains("delegeringMangler", avvist.Tekst);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("PUT", $"delegeringer/{Kommune}/{Leverandoer}?scope={MedHjemmel}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.SendAsync("GET", Person, token)).Status);

        var naa = TimeProvider.System.GetUtcNow();
        var logget = await sandkasse.Vert.Services.GetRequiredService<LookupLogReader>()
            .ForLeverandoerAsync(Leverandoer, naa.AddHours(-1), naa.AddHours(1));
        var oppslag = logget.Lookups.Select(l => l.Record).Where(r => r.Tjeneste == "folkeregisteret").ToArray();
        Assert.Equal(3, oppslag.Length);
        Assert.All(oppslag, r => Assert.Equal((Organisasjonsnummer?)Kommune, r.Konsument));
        Assert.Single(oppslag, r => r.Utfall == "delegeringMangler");
    }

    [Fact]
    public async Task Delegations_are_listed_by_consumer_supplier_and_scope_with_their_history()
    {
        const string Utlegg = "skatteetaten:utleggsbegjaering";
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("PUT", $"delegeringer/{Inkasso}/{Leverandoer}?scope={Utlegg}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("DELETE", $"delegeringer/{Inkasso}/{Leverandoer}?scope={Utlegg}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("PUT", $"delegeringer/{Inkasso}/{Leverandoer}?scope={Utlegg}")).Status);
        Assert.Equal(1, (await sandkasse.KallAsync("GET", $"delegeringer?konsument={Inkasso}")).Json.GetArrayLength());
        var alle = (await sandkasse.KallAsync("GET", $"delegeringer?leverandoer={Leverandoer}&scope={Utlegg}&historikk=true")).Json;
        Assert.Equal(2, alle.GetArrayLength());
        var etter = alle[0].GetProperty("id").GetString();
        var resten = (await sandkasse.KallAsync("GET", $"delegeringer?scope={Utlegg}&historikk=true&antall=1&etter={etter}")).Json;
        Assert.Equal(alle[1].GetRawText(), Assert.Single(resten.EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Faults_are_told_by_code_and_place()
    {
        async Task Avvist(string metode, string sti, HttpStatusCode status, string kode, string? plass) =>
            (await sandkasse.KallAsync(metode, "delegeringer" + sti)).ErAvvist(status, kode, plass);

        await Avvist("PUT", $"/123/{Leverandoer}?scope={MedHjemmel}", HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr");
        await Avvist("PUT", $"/{Kommune}/123?scope={MedHjemmel}", HttpStatusCode.BadRequest, "ugyldig-parameter", "leverandoer");
        await Avvist("PUT", $"/{Kommune}/{Leverandoer}", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope");
        await Avvist("PUT", $"/{Kommune}/{Kommune}?scope={MedHjemmel}", HttpStatusCode.BadRequest, "delegert-til-seg-selv", "leverandoer");
        await Avvist("PUT", $"/{Kommune}/974760673?scope={MedHjemmel}", HttpStatusCode.NotFound, "ukjent-virksomhet", "leverandoer");
        await Avvist("DELETE", $"/{Inkasso}/{Leverandoer}?scope={MedHjemmel}", HttpStatusCode.NotFound, "delegering-finnes-ikke", "scope");
        await Avvist("GET", "", HttpStatusCode.BadRequest, "ugyldig-parameter", "konsument");
        await Avvist("GET", "?konsument=1", HttpStatusCode.BadRequest, "ugyldig-parameter", "konsument");
        await Avvist("GET", "?leverandoer=1", HttpStatusCode.BadRequest, "ugyldig-parameter", "leverandoer");
        await Avvist("GET", $"?konsument={Kommune}&etter=1", HttpStatusCode.BadRequest, "ugyldig-parameter", "etter");
        await Avvist("GET", $"?konsument={Kommune}&antall=0", HttpStatusCode.BadRequest, "ugyldig-parameter", "antall");
        await Avvist("GET", $"?konsument={Kommune}&historikk=x", HttpStatusCode.BadRequest, "ugyldig-parameter", "historikk");
    }

    [Fact]
    public async Task A_prefix_is_assigned_and_its_owners_tokens_say_so_for_altinn()
    {
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("PUT", $"prefikser/inkasso/{Inkasso}")).Status);
        Assert.Contains("\"inkasso\"", (await sandkasse.KallAsync("GET", "prefikser")).Tekst);
        var claims = Felles.Testing.Maskinporten.Assertion.Del(await sandkasse.TokenAsync("inkasso"), 1);
        Assert.Equal("""["inkasso"]""", claims.GetProperty("consumer_prefix").GetRawText());
        (await sandkasse.KallAsync("PUT", $"prefikser/IKKE/{Inkasso}")).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-parameter", "prefix");
        (await sandkasse.KallAsync("PUT", "prefikser/ny/974760673")).ErAvvist(HttpStatusCode.NotFound, "ukjent-virksomhet", "orgnr");
    }
}
