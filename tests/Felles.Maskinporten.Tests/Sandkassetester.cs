using System.Text.Json;
using Felles.Maskinporten.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

public sealed class Sandkassetester
{
    private static readonly string[] Navn = ["bank", "direktorat", "drift", "inkasso", "kommune", "kommune-admin", "leverandoer", "leverandoer-admin", "presse", "tilbyder-admin"];

    [Fact]
    public async Task The_ten_clients_have_files_that_only_their_owner_reads()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var filer = Directory.GetFiles(Path.Combine(vert.Mappe, "klienter")).Order().ToArray();
        Assert.Equal(Navn, filer.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
        foreach (var fil in filer)
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fil));
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(fil));
            Assert.Equal(
                ["navn", "orgnr", "organisasjonsnavn", "virksomhetstype", "client_id", "scopes", "jwk"],
                document.RootElement.EnumerateObject().Select(p => p.Name));
        }
    }

    [Fact]
    public async Task Each_client_gets_a_token_with_its_scopes_except_the_supplier_who_has_none_of_its_own()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        foreach (var navn in Navn)
        {
            var svar = await vert.HentAsync(vert.Assertion(navn));
            Assert.Equal(navn == "leverandoer" ? 403 : 200, svar.Status);
        }
    }

    [Fact]
    public async Task A_second_start_touches_neither_the_files_nor_the_keys()
    {
        await using var foerste = await Maskinportenvert.StartAsync();
        var token = await foerste.TokenAsync();
        await foerste.StoppAsync();
        var foer = Innhold(foerste.Mappe);
        await using var andre = await Maskinportenvert.StartPaaAsync(foerste.Mappe);
        Assert.Equal(foer, Innhold(foerste.Mappe));
        Assert.Equal(200, (await andre.HentAsync(andre.Assertion())).Status);
        Assert.Equal("315260183", await Tokentester.HvemAsync(andre, token));
    }

    [Fact]
    public async Task A_file_that_survived_its_database_is_registered_again()
    {
        await using var foerste = await Maskinportenvert.StartAsync();
        var foer = foerste.Klient("bank");
        await foerste.StoppAsync();
        foreach (var fil in Directory.GetFiles(foerste.Mappe))
            File.Delete(fil);
        await using var andre = await Maskinportenvert.StartPaaAsync(foerste.Mappe);
        Assert.Equal((foer.ClientId, foer.Kid), (andre.Klient("bank").ClientId, andre.Klient("bank").Kid));
        Assert.Equal(200, (await andre.HentAsync(andre.Assertion(foer))).Status);
    }

    [Fact]
    public async Task The_keys_of_a_sandbox_older_than_a_year_are_renewed_at_start()
    {
        await using var foerste = await Maskinportenvert.StartAsync();
        var bank = foerste.Klient("bank");
        var foer = foerste.Klienter.Finn(bank.ClientId)!.Noekler.Single().Utloeper;
        var steg = foerste.Services.GetServices<Felles.Storage.IStartupStep>().OfType<Sandkasse.Sandkassestart>().Single();
        await steg.RunAsync(default);
        Assert.Equal(foer, foerste.Klienter.Finn(bank.ClientId)!.Noekler.Single().Utloeper);
        foerste.Klokke.Flytt(TimeSpan.FromDays(400));
        await steg.RunAsync(default);
        Assert.Equal(200, (await foerste.HentAsync(foerste.Assertion("bank"))).Status);
    }

    [Fact]
    public async Task There_are_neither_ready_clients_nor_an_authority_nor_explanations_outside_the_sandbox()
    {
        Assert.SkipWhen(Felles.Testing.Databaser.PostgreSqlServer.Absent is not null, Felles.Testing.Databaser.PostgreSqlServer.Absent ?? "");
        var sertifikat = Path.GetTempFileName();
        await File.WriteAllBytesAsync(sertifikat, Sertifikat.Pkcs12());
        await using var vert = await Maskinportenvert.StartAsync(
            Felles.Storage.Dialect.PostgreSql,
            null,
            "Felles:Mode=Produksjon",
            "Felles:Maskinporten:SigningKeyBits=2048",
            $"Felles:DataProtection:Certificate={sertifikat}");
        Assert.False(Directory.Exists(Path.Combine(vert.Mappe, "klienter")));
        Assert.Equal(2, vert.Services.GetRequiredService<Signeringsnoekler>().Publiserte.Count);
        Assert.Empty(await vert.TekstAsync("select miljoe from maskinporten.testutsteder"));
        foreach (var sti in new[] { "token/forklar", "sertifikater", "sertifikater/00/sperr", "sertifikater/utsteder", "sertifikater/sperreliste" })
        {
            foreach (var metode in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var melding = new HttpRequestMessage(metode, "/sandkasse/" + sti);
                using var svar = await vert.Http.SendAsync(melding);
                Assert.Equal(System.Net.HttpStatusCode.NotFound, svar.StatusCode);
            }
        }

        File.Delete(sertifikat);
    }

    private static (string Navn, string Tekst, DateTime Endret)[] Innhold(string mappe) =>
    [
        .. Directory.GetFiles(Path.Combine(mappe, "klienter")).Order().Select(f => (f, File.ReadAllText(f), File.GetLastWriteTimeUtc(f))),
    ];
}
