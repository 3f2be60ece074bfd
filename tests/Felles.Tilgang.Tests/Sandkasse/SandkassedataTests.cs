using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Felles.Kernel.Datafiler;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Tests.Sandkasse;

public sealed class SandkassedataTests
{
    [Fact]
    public void The_eight_organisations_are_those_of_the_ready_clients_and_none_is_a_number_of_published_test_data()
    {
        Assert.Equal(
            ["kommune", "direktorat", "bank", "inkasso", "presse", "leverandoer", "drift", "kommune-admin", "leverandoer-admin",
                "tilbyder-admin"], Sandkassevirksomhet.Alle.Select(v => v.Navn));
        Assert.Equal(8, Sandkassevirksomhet.Alle.Select(v => v.Organisasjonsnummer).Distinct().Count());
        Assert.All(Sandkassevirksomhet.Alle, v => Assert.True(v.Organisasjonsnummer.ErSyntetisk));
        Assert.All(Sandkassevirksomhet.Alle, v => Assert.EndsWith($" TIGER {v.Organisasjonsform}", v.Organisasjonsnavn));
        var faste = Datatabell.Read(typeof(SandkassedataTests).Assembly, "faste-identiteter.csv").Rader.Select(r => r["nummer"])
            .ToHashSet();
        Assert.NotEmpty(faste);
        Assert.All(Sandkassevirksomhet.Alle, v => Assert.DoesNotContain(v.Organisasjonsnummer.ToWire(), faste));
    }

    [Fact]
    public void The_supplier_has_a_client_with_a_scope_but_no_rights_of_its_own()
    {
        var leverandoer = Sandkassevirksomhet.Alle.Single(v => v.Navn == "leverandoer");
        Assert.NotEmpty(leverandoer.Klientscopes);
        Assert.Empty(leverandoer.Tilganger);
        Assert.Empty(leverandoer.Pakker);
    }

    [Theory, TestDatabases]
    public async Task Every_scope_that_data_name_exists_and_the_sandbox_organisations_have_theirs(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await Tilgangsvert.StartAsync(database);
        var navngitt = Rettighetspakke.Alle.SelectMany(p => new[] { p.Scope, p.SegmentScope }).OfType<string>()
            .Concat(Sandkassevirksomhet.Alle.SelectMany(v => v.Klientscopes));
        Assert.All(navngitt, s => Assert.True(vert.Kontroll.FinnScope(s) is { Aktiv: true }, s));
        foreach (var virksomhet in Sandkassevirksomhet.Alle)
        {
            Assert.Equal(virksomhet.Organisasjonsnavn, (await vert.Enheter.FinnAsync(virksomhet.Organisasjonsnummer))?.Navn);
            Assert.All(virksomhet.Tilganger, s => Assert.IsType<Scopesvar.Tillatt>(vert.Kontroll.Scope(virksomhet.Organisasjonsnummer, s)));
            Assert.All(virksomhet.Pakker, p =>
                Assert.IsType<Tilgangssvar.Tillatt>(vert.Pakke(virksomhet.Organisasjonsnummer, p.Navn, p.Scope)));
        }
    }

    [Fact]
    public async Task A_real_instance_gets_scopes_but_no_sandbox_organisations()
    {
        Assert.SkipWhen(PostgreSqlServer.Absent is not null, PostgreSqlServer.Absent ?? "");
        await using var database = await TestDatabase.CreateAsync(Dialect.PostgreSql);
        await using var vert = await Tilgangsvert.StartAsync(
            database,
            tid: null,
            ("Felles:Mode", "Produksjon"),
            ("Felles:Miljoe", "Produksjon"),
            ("Felles:DataProtection:Certificate", Sertifikat(database.Folder)));
        Assert.NotNull(vert.Kontroll.FinnScope("felles:drift"));
        Assert.Empty(await vert.TekstAsync("select navn_soek from enhetsregister.enhet"));
        Assert.Empty(await vert.TekstAsync("select scope from tilgang.scopetilgang"));
    }

    /// <summary>Production wraps its keys by a certificate and does not start without.</summary>
    private static string Sertifikat(string mappe)
    {
        using var noekkel = RSA.Create(2048);
        var bestilling = new CertificateRequest("CN=felles-test", noekkel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var naa = TimeProvider.System.GetUtcNow();
        using var sertifikat = bestilling.CreateSelfSigned(naa.AddDays(-1), naa.AddDays(1));
        var fil = Path.Combine(mappe, "felles-test.p12");
        File.WriteAllBytes(fil, sertifikat.Export(X509ContentType.Pkcs12));
        return fil;
    }
}
