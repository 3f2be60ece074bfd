using System.Net;

namespace Felles.Maskinporten.Tests;

/// <summary>The signing keys through the administration API.</summary>
public sealed class Roteringsrutetester
{
    private const string Sti = "maskinporten/signeringsnoekler";

    [Fact]
    public async Task The_keys_are_rotated_at_once_when_asked_and_otherwise_after_a_day()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var (status, foer) = await vert.AdministrerAsync(HttpMethod.Get, Sti);
        Assert.Equal((HttpStatusCode.OK, 2), (status, foer.GetProperty("publiserte").GetArrayLength()));

        var (forTidlig, problem) = await vert.AdministrerAsync(HttpMethod.Post, Sti + "/roter");
        Assert.Equal((HttpStatusCode.Conflict, "MPK-020"), (forTidlig, problem.Text("kode")));

        var (rotert, svar) = await vert.AdministrerAsync(HttpMethod.Post, Sti + "/roter?straks=true");
        Assert.Equal((HttpStatusCode.OK, foer.Text("gjeldende")), (rotert, svar.Text("gammel")));
        var (_, etter) = await vert.AdministrerAsync(HttpMethod.Get, Sti);
        Assert.Equal((svar.Text("gjeldende"), 3), (etter.Text("gjeldende"), etter.GetProperty("publiserte").GetArrayLength()));
    }

    [Fact]
    public async Task A_rotation_that_names_the_key_to_be_replaced_is_made_once_however_often_it_is_called()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var (_, foer) = await vert.AdministrerAsync(HttpMethod.Get, Sti);
        var rot = $"{Sti}/roter?straks=true&erstatter={foer.Text("gjeldende")}";
        var (status, svar) = await vert.AdministrerAsync(HttpMethod.Post, rot);
        Assert.Equal((HttpStatusCode.OK, foer.Text("gjeldende")), (status, svar.Text("gammel")));
        var (igjen, problem) = await vert.AdministrerAsync(HttpMethod.Post, rot);
        Assert.Equal((HttpStatusCode.Conflict, "MPK-021", "erstatter"), (igjen, problem.Text("kode"), problem.Text("sti")));
        var (_, etter) = await vert.AdministrerAsync(HttpMethod.Get, Sti);
        Assert.Equal(svar.Text("gjeldende"), etter.Text("gjeldende"));
    }

    [Fact]
    public async Task A_withdrawn_key_is_in_no_set_and_the_withdrawal_in_the_record()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var (_, foer) = await vert.AdministrerAsync(HttpMethod.Get, Sti);
        var kid = foer.Text("gjeldende")!;
        var (status, svar) = await vert.AdministrerAsync(HttpMethod.Post, $"{Sti}/{kid}/trekk?grunn=kan%20v%C3%A6re%20kjent");
        Assert.Equal((HttpStatusCode.OK, kid), (status, svar.Text("trukket")));
        Assert.Contains(svar.Text("gjeldende"), foer.GetProperty("publiserte").EnumerateArray().Select(k => k.GetString()));
        Assert.DoesNotContain(kid, await vert.Http.GetStringAsync("/maskinporten/jwk"));
        Assert.Equal(
            [$"kan være kjent {kid} gjeldende trukket", $"kan være kjent {svar.Text("gjeldende")} neste gjeldende"],
            await vert.TekstAsync("select grunn || ' ' || gjelder || ' ' || fra || ' ' || til from maskinporten.endring "
                + "where type = 'signeringsnoekkel' order by id"));

        var (igjen, problem) = await vert.AdministrerAsync(HttpMethod.Post, $"{Sti}/{kid}/trekk");
        Assert.Equal((HttpStatusCode.NotFound, "MPK-022", "kid"), (igjen, problem.Text("kode"), problem.Text("sti")));
    }

    [Fact]
    public async Task A_reason_that_cannot_be_recorded_is_refused()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        foreach (var rute in new[] { "/roter", "/x/trekk" })
        {
            var (status, problem) = await vert.AdministrerAsync(HttpMethod.Post, $"{Sti}{rute}?grunn={new string('x', 501)}");
            Assert.Equal((HttpStatusCode.BadRequest, "grunn"), (status, problem.Text("sti")));
        }
    }

    [Theory]
    [InlineData("/roter")]
    [InlineData("/x/trekk")]
    public async Task Only_the_administration_may_change_the_keys(string rute)
    {
        await using var vert = await Maskinportenvert.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await vert.AdministrerAsync(HttpMethod.Post, Sti + rute, klient: "kommune")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await vert.AdministrerAsync(HttpMethod.Post, Sti + rute, klient: null)).Status);
    }
}
