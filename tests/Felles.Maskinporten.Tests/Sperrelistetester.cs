using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Felles.Maskinporten.Sertifikater;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>Revocation: what lists say, where they come from, and what is done without them.</summary>
public sealed class Sperrelistetester : IAsyncDisposable
{
    private readonly Testpki pki = new(TimeProvider.System.GetUtcNow());
    private readonly List<Maskinportenvert> verter = [];
    private readonly X509Certificate2 sertifikat;

    public Sperrelistetester() => sertifikat = pki.Eldre(Sertifikatvert.Kommune);

    [Fact]
    public async Task A_certificate_is_refused_from_when_a_new_list_names_it_also_when_it_was_taken_before()
    {
        var (vert, klient) = await StartAsync(pki.Innstillinger);
        Assert.Equal(200, await StatusAsync(vert, klient));
        pki.SkrivLister(sertifikat);
        vert.Klokke.Flytt(TimeSpan.FromMinutes(61));
        await OppdaterAsync(vert);
        (await SvarAsync(vert, klient)).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public void A_certificate_is_refused_when_the_authority_that_issued_it_is_revoked() =>
        Assert.False(Holder([pki.Liste(pki.Rot, pki.Mellom), pki.Liste(pki.Mellom)]));

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void Without_a_valid_list_the_certificate_is_refused_unless_the_setting_says_otherwise(
        bool gammel, bool godta, bool holder) =>
        Assert.Equal(holder, Holder([Rot, .. gammel ? [Gammel()] : Array.Empty<byte[]>()], godta));

    [Fact]
    public void What_an_old_list_names_is_refused_also_where_missing_lists_are_accepted() =>
        Assert.False(Holder([Rot, Gammel(sertifikat)], godta: true));

    [Fact]
    public void A_list_runs_out_with_its_own_time()
    {
        Assert.True(Holder([Rot, pki.Liste(pki.Mellom)], naa: pki.Naa.AddDays(6.9)));
        Assert.False(Holder([Rot, pki.Liste(pki.Mellom)], naa: pki.Naa.AddDays(7.1)));
    }

    [Fact]
    public void A_list_from_the_future_does_not_count_yet() =>
        Assert.False(Holder([Rot, Testpki.Liste(pki.Mellom, pki.Naa.AddHours(2), pki.Naa.AddDays(7))]));

    [Fact]
    public void A_list_that_another_has_signed_in_the_issuers_name_neither_frees_nor_revokes()
    {
        using var fremmed = new Testpki(pki.Naa);
        Assert.False(Holder([Rot, fremmed.Liste(fremmed.Mellom)]));
        Assert.True(Holder([Rot, fremmed.Liste(fremmed.Mellom, sertifikat)], godta: true));
    }

    [Fact]
    public void A_changed_list_counts_for_nothing()
    {
        var liste = pki.Liste(pki.Mellom, sertifikat);
        var nummer = sertifikat.SerialNumberBytes.Span;
        liste[liste.AsSpan().IndexOf(nummer) + nummer.Length - 1] ^= 1;
        Assert.False(Holder([Rot, liste]));
        Assert.True(Holder([Rot, liste], godta: true));
    }

    [Fact]
    public void An_older_list_played_again_frees_nobody()
    {
        var lister = new Sperrelister(new SertifikatOptions());
        Assert.True(lister.Ta("kilde", Sperrelisteleser.Les(pki.Liste(pki.Mellom, sertifikat))));
        Assert.False(lister.Ta("kilde", Sperrelisteleser.Les(Testpki.Liste(pki.Mellom, pki.Naa.AddHours(-5), pki.Naa.AddDays(7)))));
        Assert.Single(lister.Fra("kilde")!.Sperret);
    }

    [Fact]
    public void A_list_may_be_PEM() =>
        Assert.True(Holder([Rot, Encoding.ASCII.GetBytes(PemEncoding.WriteString("X509 CRL", pki.Liste(pki.Mellom)))]));

    [Fact]
    public async Task A_list_is_fetched_from_an_address_of_the_settings()
    {
        await using var kilde = await Kilde.StartAsync(_ => Results.Bytes(pki.Liste(pki.Mellom)));
        var (vert, klient) = await StartAsync(Med(kilde.Adresse));
        Assert.Equal(200, await StatusAsync(vert, klient));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var maal = await Kilde.StartAsync(_ => Results.Bytes(pki.Liste(pki.Mellom)));
        await using var kilde = await Kilde.StartAsync(_ => Results.Redirect(maal.Adresse));
        var (vert, klient) = await StartAsync(Med(kilde.Adresse));
        Assert.Equal(400, await StatusAsync(vert, klient));
        Assert.Equal((1, 0), (kilde.Kall, maal.Kall));
    }

    [Fact]
    public async Task An_address_in_the_certificate_is_not_called()
    {
        await using var angriper = await Kilde.StartAsync(_ => Results.Bytes(pki.Liste(pki.Mellom)));
        var lokkende = pki.Eldre(Sertifikatvert.Kommune, soeknad =>
        {
            Testpki.Vanlig(soeknad);
            soeknad.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([angriper.Adresse]));
            soeknad.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [angriper.Adresse]));
        });
        var (vert, klient) = await StartAsync([$"Felles:Maskinporten:Sertifikater:Rotsertifikater:0={pki.Rotfil}"]);
        var svar = await vert.HentAsync(Sertifikatvert.Assertion(vert, klient, lokkende));
        svar.ErAvvist(400, "invalid_grant", "MP-120");
        Assert.Equal(0, angriper.Kall);
    }

    [Fact]
    public async Task A_list_that_is_too_long_too_slow_or_none_leaves_the_one_before()
    {
        var svar = "god";
        await using var kilde = await Kilde.StartAsync(async ct =>
        {
            if (svar == "stum")
                await Task.Delay(TimeSpan.FromSeconds(30), ct);
            return svar switch
            {
                "god" => Results.Bytes(pki.Liste(pki.Mellom)),
                "lang" => Results.Bytes(new byte[200_000]),
                "feil" => Results.StatusCode(500),
                _ => Results.Text("<html>"),
            };
        });
        var (vert, klient) = await StartAsync(
        [
            .. Med(kilde.Adresse), "Felles:Maskinporten:Sertifikater:SperrelisteSekunder=1",
            "Felles:Maskinporten:Sertifikater:SperrelisteBytes=100000",
        ]);
        foreach (var (nr, feil) in new[] { "lang", "stum", "feil", "tull" }.Index())
        {
            svar = feil;
            vert.Klokke.Flytt(TimeSpan.FromMinutes(61));
            await OppdaterAsync(vert);
            Assert.Equal(nr + 2, kilde.Kall);
            Assert.Equal(200, await StatusAsync(vert, klient));
        }
    }

    [Theory]
    [InlineData("2.5.29.27", "020101")] // a delta list
    [InlineData("2.5.29.28", "3003840101")] // an indirect list
    [InlineData("2.5.29.28", "300483020780")] // some reasons only
    [InlineData("1.2.3.4", "0500")]
    public void A_list_with_what_is_not_understood_is_not_taken(string oid, string der) =>
        Assert.Throws<InvalidDataException>(() => Sperrelisteleser.Les(Raaliste(oid, Convert.FromHexString(der))));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("3000")]
    [InlineData("3080000000")]
    public void What_is_no_list_is_told_and_nothing_else(string der) =>
        Assert.Throws<InvalidDataException>(() => Sperrelisteleser.Les(Convert.FromHexString(der)));

    [Fact]
    public void Any_cut_or_flipped_byte_is_a_fault_or_another_list_but_never_a_crash()
    {
        var liste = pki.Liste(pki.Mellom, sertifikat);
        for (var i = 0; i < liste.Length; i++)
        {
            Proev(liste[..i]);
            var skadet = liste.ToArray();
            skadet[i] ^= 0x5a;
            Proev(skadet);
        }

        static void Proev(byte[] der)
        {
            try
            {
                Sperrelisteleser.Les(der);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var vert in verter)
            await vert.DisposeAsync();
        sertifikat.Dispose();
        pki.Dispose();
    }

    private byte[] Rot => pki.Liste(pki.Rot);

    private byte[] Gammel(params X509Certificate2[] sperrede) =>
        Testpki.Liste(pki.Mellom, pki.Naa.AddDays(-9), pki.Naa.AddDays(-2), sperrede);

    /// <summary>Is the certificate believed with these lists in memory?</summary>
    private bool Holder(
        byte[][] lister, bool godta = false, DateTimeOffset? naa = null)
    {
        var options = new SertifikatOptions { Rotsertifikater = [pki.Rotfil], GodtaUtenSperreliste = godta };
        var sperrelister = new Sperrelister(options);
        foreach (var (nr, liste) in lister.Index())
            sperrelister.Ta($"{nr}", Sperrelisteleser.Les(liste));
        using var tillit = new Tillit(options);
        return new Sertifikatkontroll(tillit, sperrelister)
            .Doem([sertifikat.RawData, pki.Mellom.RawData], naa ?? pki.Naa)
            .Match(_ => true, _ => false, () => throw new InvalidOperationException("The certificate cannot be read."));
    }

    private string[] Med(string adresse) =>
    [
        .. pki.Innstillinger[..2], $"Felles:Maskinporten:Sertifikater:Sperrelister:1={adresse}",
    ];

    private async Task<(Maskinportenvert Vert, string Klient)> StartAsync(string[] innstillinger)
    {
        var vert = await Maskinportenvert.StartAsync(innstillinger: innstillinger);
        verter.Add(vert);
        return (vert, await Sertifikatvert.UtenNoeklerAsync(vert));
    }

    private static Task OppdaterAsync(Maskinportenvert vert) =>
        vert.Services.GetRequiredService<Sperrelistefoelger>().OppdaterAsync(default);

    private Task<Tokensvar> SvarAsync(Maskinportenvert vert, string klient) =>
        vert.HentAsync(Sertifikatvert.Assertion(vert, klient, sertifikat, pki.Mellom));

    private async Task<int> StatusAsync(Maskinportenvert vert, string klient) => (await SvarAsync(vert, klient)).Status;

    // A list with one critical extension more; its signature does not matter to the reader.
    private byte[] Raaliste(string oid, byte[] verdi)
    {
        var inn = new System.Formats.Asn1.AsnReader(pki.Liste(pki.Mellom), System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var tbs = inn.ReadSequence();
        var ut = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (ut.PushSequence())
        {
            using (ut.PushSequence())
            {
                for (var felt = 0; felt < 5; felt++)
                    ut.WriteEncodedValue(tbs.ReadEncodedValue().Span);
                using (ut.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 0)))
                using (ut.PushSequence())
                using (ut.PushSequence())
                {
                    ut.WriteObjectIdentifier(oid);
                    ut.WriteBoolean(true);
                    ut.WriteOctetString(verdi);
                }
            }

            ut.WriteEncodedValue(inn.ReadEncodedValue().Span);
            ut.WriteEncodedValue(inn.ReadEncodedValue().Span);
        }

        return ut.Encode();
    }

    /// <summary>Whoever answers at an address, and how often it was asked.</summary>
    private sealed class Kilde : IAsyncDisposable
    {
        private readonly WebApplication app;
        private int kall;

        private Kilde(WebApplication app) => this.app = app;

        public int Kall => Volatile.Read(ref kall);

        public string Adresse { get; private set; } = "";

        public static Task<Kilde> StartAsync(Func<CancellationToken, IResult> svar) => StartAsync(ct => Task.FromResult(svar(ct)));

        public static async Task<Kilde> StartAsync(Func<CancellationToken, Task<IResult>> svar)
        {
            var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
            var app = builder.Build();
            var kilde = new Kilde(app);
            app.MapGet("/liste.crl", async (HttpContext ctx) =>
            {
                Interlocked.Increment(ref kilde.kall);
                return await svar(ctx.RequestAborted);
            });
            await app.StartAsync();
            kilde.Adresse = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/liste.crl";
            return kilde;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
