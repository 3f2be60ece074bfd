using System.Net;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soekeregister;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Soek;

/// <summary>
/// A hit by an address tells the address, so criteria match exactly the entries that the package gets in an answer: package × grading ×
/// criterion, now and before.
/// </summary>
public sealed class GraderingTests
{
    private static readonly string[] Graderinger = ["ugradert", "klientadresse", "fortrolig", "strengtFortrolig"];

    /// <summary>Homes of every grading, of persons of every protection; each with a street, postal code and municipality.</summary>
    private static readonly Hjem[] Alle =
        [.. from skjerming in new[] { "ugradert", "fortrolig", "strengtFortrolig" }
            from gradering in Graderinger
            from slag in new[] { "bosted", "tidligere", "opphold", "tidligereOpphold" }
            select new Hjem(skjerming, gradering, slag)];

    [Theory, TestDatabases]
    public async Task Soek_hits_by_an_address_what_the_package_gets_in_an_answer(Dialect dialect)
    {
        await using var vert = await StartAsync(dialect);
        var sett = new HashSet<string>();
        foreach (var pakke in Register.Oppslagspakker)
        {
            var regler = new Pakkematrise([]).Regler(pakke.Kode);
            foreach (var hjem in Alle)
            {
                var synlig = Synlig(regler, hjem);
                Assert.Equal(synlig, await StaarISvaretAsync(vert, pakke, hjem));
                sett.Add($"{pakke.Kode} {hjem.Skjerming} {hjem.Gradering} {synlig}");
                foreach (var kriterium in hjem.Kriterier())
                {
                    var hel = $"{kriterium}&inkluderOppholdsadresse=true&opplysningsgrunnlag=historisk";
                    Assert.Equal((synlig, hel, pakke.Kode), (await TrefferAsync(vert, pakke, hjem, hel), hel, pakke.Kode));
                    // What is asked for no longer, or not at all, is not hit whoever asks.
                    var bare = kriterium + (hjem.ErOpphold ? "&inkluderOppholdsadresse=true" : "");
                    Assert.Equal(
                        (synlig && hjem.Gjelder, bare, pakke.Kode), (await TrefferAsync(vert, pakke, hjem, bare), bare, pakke.Kode));
                    if (hjem.ErOpphold)
                        Assert.False(await TrefferAsync(vert, pakke, hjem, kriterium + "&opplysningsgrunnlag=historisk"));
                }
            }
        }

        // The matrix says something different of the packages and gradings; else this would prove nothing.
        Assert.Contains("OMH ugradert klientadresse True", sett);
        Assert.Contains("OUH ugradert klientadresse False", sett);
        Assert.Contains("OUH fortrolig fortrolig True", sett);
        Assert.Contains("FIN fortrolig fortrolig False", sett);
        Assert.Contains("FIN fortrolig ugradert False", sett);
        Assert.Contains("OMH strengtFortrolig ugradert False", sett);
    }

    [Theory, TestDatabases]
    public async Task Entydigsoek_hits_by_an_address_what_the_package_gets_in_an_answer(Dialect dialect)
    {
        await using var vert = await StartAsync(dialect);
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var regler = new Pakkematrise([]).Regler(pakke.Kode);
            foreach (var hjem in Alle)
            {
                foreach (var navn in new[] { "navn=Rask%20Trekant", "navn=Rasck%20Trecant&soekFonetisk=true" })
                {
                    foreach (var kriterium in new[] { hjem.Gateadresse, hjem.Post })
                    {
                        using var svar = await vert.HentAsync(
                            Register.Sti(pakke, $"personer/entydigsoek?{navn}&{kriterium}&opplysningsgrunnlag=historisk"));
                        var ventet = Synlig(regler, hjem) && !hjem.ErOpphold;
                        Assert.Equal((ventet, kriterium, pakke.Kode), (svar.StatusCode == HttpStatusCode.OK, kriterium, pakke.Kode));
                        // That a person has the address, but not for this package, is told by nothing.
                        if (!ventet)
                            Assert.Equal(
                                await UkjentAsync(vert, pakke, kriterium), (svar.StatusCode, await svar.Content.ReadAsStringAsync()));
                    }
                }
            }
        }
    }

    [Fact]
    public void An_address_without_a_row_is_seen_by_no_package_whatever_is_switched_on()
    {
        var matrise = new Pakkematrise(Pakkematrise.Valgnavn);
        foreach (var pakke in matrise.Pakker)
        {
            foreach (var element in new[] { Personelement.Bostedsadresse, Personelement.Oppholdsadresse })
            {
                var regel = matrise.Regler(pakke)[(int)element];
                foreach (var gradering in Enum.GetValues<Adressegradering>())
                {
                    foreach (var skjerming in Enum.GetValues<Adressegradering>().Where(s => !Adressenivaa.Finnes(gradering, s)))
                        Assert.False(regel.Slipper(new Indekspost(element, true, gradering, 0, 0), skjerming));
                }
            }
        }
    }

    private static async Task<(HttpStatusCode Status, string Kropp)> UkjentAsync(Registervert vert, Rettighetspakke pakke, string kriterium)
    {
        using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/entydigsoek?navn=Ingen%20Slik&{kriterium}&opplysningsgrunnlag=historisk"));
        return (svar.StatusCode, await svar.Content.ReadAsStringAsync());
    }

    private static async Task<Registervert> StartAsync(Dialect dialect)
    {
        var vert = await Registervert.StartAsync(dialect);
        await vert.ImportertAsync([.. Alle.Select(hjem => hjem.Person())]);
        return vert;
    }

    private static bool Synlig(Elementregel[] regler, Hjem hjem)
    {
        var element = hjem.ErOpphold ? Personelement.Oppholdsadresse : Personelement.Bostedsadresse;
        var post = new Indekspost(element, hjem.Gjelder, Enum.Parse<Adressegradering>(hjem.Gradering, ignoreCase: true), 0, 0);
        return regler[(int)element].Slipper(post, hjem.Skjermet) && (hjem.Gjelder || regler[(int)element].Historikk);
    }

    private static async Task<bool> StaarISvaretAsync(Registervert vert, Rettighetspakke pakke, Hjem hjem)
    {
        using var svar = await vert.HentAsync(
            Register.Sti(pakke, $"personer/{hjem.Nummer.ToWire()}?part=bostedsadresse&part=oppholdsadresse&part=historikk"));
        return (await svar.Content.ReadAsStringAsync()).Contains(hjem.Gate, StringComparison.Ordinal);
    }

    private static async Task<bool> TrefferAsync(Registervert vert, Rettighetspakke pakke, Hjem hjem, string spoerring)
    {
        using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/soek?" + spoerring));
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        var treff = (await OppslagTests.JsonAsync(svar)).GetProperty("foedselsEllerDNummer").EnumerateArray().Select(t => t.GetString()).ToArray();
        Assert.True(treff.Length <= 1);
        return treff.Contains(hjem.Nummer.ToWire());
    }

    private sealed record Hjem(string Skjerming, string Gradering, string Slag)
    {
        private int Nr => Array.IndexOf(Alle, this);

        public Folkeregisteridentifikator Nummer => Personbygger.Nummer(200 + Nr);

        public bool ErOpphold => Slag.EndsWith("pphold", StringComparison.Ordinal);

        public bool Gjelder => !Slag.StartsWith("tidligere", StringComparison.Ordinal);

        public string Gate => $"Vei{Nr:000}";

        public string Gateadresse => $"adressenavn={Gate}&husnummer=7";

        public string Post => $"postnummer={5000 + Nr}";

        /// <summary>Fortrolig and strengt fortrolig current addresses protect their person, also without a decision of their own.</summary>
        public Adressegradering Skjermet => (Adressegradering)Math.Max(
            (int)Enum.Parse<Adressegradering>(Skjerming, ignoreCase: true),
            Gjelder && Gradering is "fortrolig" or "strengtFortrolig" ? (int)Enum.Parse<Adressegradering>(Gradering, ignoreCase: true) : 0);

        public IEnumerable<string> Kriterier() =>
        [
            $"adressenavn={Gate[..5]}&postnummer={5000 + Nr}", Gateadresse, Post, $"kommunenummer={6000 + Nr}",
            $"navn=Rasck&soekFonetisk=true&{Post}", $"fylkesnummer={(6000 + Nr) / 100}&{Post}",
        ];

        public string Person()
        {
            var person = new Soekeperson(Nummer).Navn("Rask", "Trekant");
            if (Skjerming != "ugradert")
                person.Skjermet(Skjerming);
            return ErOpphold
                ? person.Opphold(Gate, "7", $"{5000 + Nr}", $"{6000 + Nr}", Gradering, Gjelder)
                : person.Bor(Gate, "7", null, $"{5000 + Nr}", $"{6000 + Nr}", Gradering, Gjelder);
        }
    }
}
