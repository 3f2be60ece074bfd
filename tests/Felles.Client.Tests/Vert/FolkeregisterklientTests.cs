using System.Net;
using System.Text.Json;
using Felles.Client.Folkeregister;
using Felles.Client.Utfall;
using Felles.Folkeregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Client.Tests.Vert;

public sealed class FolkeregisterklientTests(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private static readonly Folkeregisteridentifikator Ukjent = Folkeregisteridentifikator.FromValue(14838541241);

    private FellesVert Vert => fikstur.Vert;

    private Folkeregisterklient Folkeregister => fikstur.Klient.Folkeregister(Pakke.OffentligMedHjemmel);

    [Fact]
    public async Task A_person_is_looked_up_in_bulk_and_by_search()
    {
        var kjent = (await Vert.Services.GetRequiredService<Personer>().EksemplerAsync())[0].Identifikator;

        using var dokument = JsonDocument.Parse(Verdi(await Folkeregister.OppslagAsync(kjent, ["navn"])));
        var bulk = Verdi(await Folkeregister.BulkoppslagAsync([kjent, Ukjent, kjent], ["navn"], somBestilt: true));
        var treff = Verdi(await Folkeregister.SoekAsync(new Personsoek { Kjoenn = "kvinne", FoedselsaarFraOgMed = 1900, MaksTreff = 5 }));

        Assert.True(dokument.RootElement.TryGetProperty("navn", out _));
        Assert.Equal([kjent.ToWire(), Ukjent.ToWire(), kjent.ToWire()], bulk.Select(b => b.FoedselsEllerDNummer));
        Assert.Equal([true, false, true], bulk.Select(b => b.Folkeregisterperson is not null));
        Assert.NotNull(bulk[1].Feilmelding);
        Assert.InRange(treff.Count, 1, 5);
        Assert.All(treff, nummer => Assert.True(Folkeregisteridentifikator.TryParse(nummer, out _)));
    }

    [Fact]
    public async Task A_known_person_is_found_by_every_criterion_and_unambiguously()
    {
        var kjent = Folkeregisteridentifikator.FromValue(24907999374);
        var foedt = new DateOnly(1979, 10, 24);
        var treff = Verdi(await Folkeregister.SoekAsync(new Personsoek
        {
            Navn = "Acrobatisk", SoekFonetisk = true, Foedselsdato = foedt, Kjoenn = "mann", Adressenavn = "Elvely", Husnummer = "13",
            Postnummer = "3512", Fylkesnummer = "33", InkluderOppholdsadresse = true, InkluderDoede = true, Historisk = true,
        }));
        using var dokument = JsonDocument.Parse(Verdi(await Folkeregister.EntydigsoekAsync(
            new Entydigsoek { Navn = "Akrobatisk Kunstverk", Foedselsdato = foedt, Identifikasjonsnummer = kjent }, ["navn"])));

        Assert.Equal([kjent.ToWire()], treff);
        Assert.Equal("KUNSTVERK", dokument.RootElement.GetProperty("navn")[0].GetProperty("etternavn").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, Grunn(await Folkeregister.EntydigsoekAsync(new Entydigsoek { Navn = "Akrobatisk Kunstverk" }, [])).Status);
    }

    [Fact]
    public async Task An_unknown_person_and_an_unknown_part_are_refusals()
    {
        Assert.Equal(HttpStatusCode.NotFound, Grunn(await Folkeregister.OppslagAsync(Ukjent, [])).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, Grunn(await Folkeregister.OppslagAsync(Ukjent, ["tull"])).Status);
    }

    [Fact]
    public async Task Every_package_of_the_client_with_a_look_up_is_one_of_the_service()
    {
        foreach (var navn in new[] { "offentlig-med-hjemmel", "offentligutenhjemmel", "privatutenhjemmel", "finans", "eid" })
        {
            // Without a token an existing route answers 401; an address of no package 404.
            var adresse = new Uri($"folkeregisteret/{Pakke.Finn(navn)!.Sti}/v1/personer/soek", UriKind.Relative);
            using var svar = await Vert.Client.GetAsync(adresse);
            Assert.Equal((navn, HttpStatusCode.Unauthorized), (navn, svar.StatusCode));
        }
    }

    [Fact]
    public Task More_than_a_thousand_numbers_are_the_callers_bug() =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Folkeregister.BulkoppslagAsync([.. Enumerable.Repeat(Ukjent, 1_001)], []));

    private static T Verdi<T>(Svar<T> svar) => svar.Match(verdi => verdi, avvist => throw new Xunit.Sdk.XunitException(avvist.ToString()));

    private static Avvisning Grunn<T>(Svar<T> svar) => Assert.IsType<Svar<T>.Avvist>(svar).Grunn;
}
