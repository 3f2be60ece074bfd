using System.Text.Json;
using Felles.Folkeregister.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Cli.Tests.Vert;

public sealed class OppslagTests(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    [Fact]
    public async Task A_token_is_printed_alone_so_that_curl_can_use_it()
    {
        var kjoering = await fikstur.KjoerAsync("kommune", "token");

        Assert.Equal(0, kjoering.Kode);
        Assert.Equal(3, kjoering.Ut.Trim().Split('.').Length);
        Assert.Empty(kjoering.Feil);
    }

    [Fact]
    public async Task A_scope_the_client_does_not_have_is_refused_with_advice()
    {
        var kjoering = await fikstur.KjoerAsync("kommune", "token", "--scope", "felles:drift");

        Assert.Equal(4, kjoering.Kode);
        Assert.Contains("MP-", kjoering.Feil);
        Assert.Contains("--client", kjoering.Feil);
    }

    [Fact]
    public async Task A_person_is_shown_and_as_json_is_the_document()
    {
        var nummer = await NummerAsync();

        var skjerm = await fikstur.KjoerAsync("kommune", "person", nummer);
        var json = await fikstur.KjoerAsync("kommune", "person", nummer, "--json");

        Assert.Equal((0, 0), (skjerm.Kode, json.Kode));
        Assert.Contains(nummer, skjerm.Ut);
        using var dokument = JsonDocument.Parse(json.Ut);
        var navn = dokument.RootElement.GetProperty("navn")[0].GetProperty("etternavn").GetString()!;
        Assert.Contains(navn, skjerm.Ut);
    }

    [Fact]
    public async Task Part_narrows_the_document()
    {
        var kjoering = await fikstur.KjoerAsync("kommune", "person", await NummerAsync(), "--part", "navn", "--json");

        using var dokument = JsonDocument.Parse(kjoering.Ut);
        Assert.Equal(["identifikasjonsnummer", "navn"], dokument.RootElement.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public async Task An_unknown_number_ends_with_5() =>
        Assert.Equal(5, (await fikstur.KjoerAsync("kommune", "person", "14838541241")).Kode);

    [Fact]
    public async Task Another_packages_client_is_refused_with_4()
    {
        var kjoering = await fikstur.KjoerAsync("bank", "person", await NummerAsync());

        Assert.Equal(4, kjoering.Kode);
        Assert.Contains("Choose another client", kjoering.Feil);
    }

    [Fact]
    public async Task Without_a_host_the_error_says_how_to_start_one()
    {
        var kjoering = await Kommandokjoering.KjoerAsync(
            ["token", "--url", "http://127.0.0.1:1", "--client", fikstur.Vert.ClientFile("kommune")]);

        Assert.Equal(3, kjoering.Kode);
        Assert.Contains("dotnet run --project src/Felles.Host", kjoering.Feil);
    }

    private async Task<string> NummerAsync() =>
        (await fikstur.Vert.Services.GetRequiredService<Personer>().EksemplerAsync())[0].Identifikator.ToWire();
}
