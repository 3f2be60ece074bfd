using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Folkeregister.Hendelser;
using Felles.Folkeregister.Tests.Registrering;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Tilgang.Contracts;
using static Felles.Folkeregister.Tests.Registrering.Scene;

namespace Felles.Folkeregister.Tests.Hendelser;

/// <summary>Which package sees which event, written down by hand from the documents and not read from the matrix.</summary>
public sealed class SynlighetTests
{
    private const string Alle = "OMH OUH PUH FIN EID PRIV PRIVU PRE PREU";
    private const string MedNummer = "OMH OUH PUH FIN EID PRIV PRE";

    private static readonly Dictionary<Hendelsestype, string> Begrenset = new()
    {
        [Hendelsestype.EndringIFalskIdentitet] = "OMH OUH FIN EID",
        [Hendelsestype.EndringILegitimasjonsdokument] = "OMH EID",
        [Hendelsestype.EndringIUtlendingsmyndighetenesIdentifikasjonsnummer] = "OMH",
        [Hendelsestype.EndringIUtenlandskPersonidentifikasjon] = "OMH EID",
        [Hendelsestype.EndringIFoedselINorge] = "OMH",
        [Hendelsestype.EndringIFamilierelasjon] = "OMH FIN",
        [Hendelsestype.EndringIForeldreansvar] = "OMH FIN",
        [Hendelsestype.EndringIOpphold] = "OMH",
        [Hendelsestype.EndringIOppholdPaaSvalbard] = "",
        [Hendelsestype.EndringIBrukAvSamiskSpraak] = "OMH",
        [Hendelsestype.EndringISametingetsValgmanntall] = "",
        [Hendelsestype.EndringIIdentifikasjonsnummer] = MedNummer,
        [Hendelsestype.PersonErViderefoertSomGjeldendeVedSammenslaaing] = MedNummer,
        [Hendelsestype.PersonErOpphoertSomDublett] = MedNummer,
        [Hendelsestype.PersonErEndretVedSplitting] = MedNummer,
    };

    [Theory, TestDatabases]
    public async Task Each_type_reaches_the_packages_that_have_what_it_tells_of(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        foreach (var type in Hendelsestyper.Alle.Where(t => t.Brukes && t.Type != Hendelsestype.EndringIPerson).Select(t => t.Type))
        {
            var scene = new Scene(vert, (int)type);
            await scene.GjoerAsync(await Typemeldinger.ForAsync(scene, type));
        }

        var logg = (await LoggAsync(new Scene(vert, 80))).ToDictionary(e => e.Nr, e => e.Endring.Hendelsestype);
        Assert.Equal(Hendelsestyper.Alle.Count(t => t.Brukes) - 1, logg.Values.Distinct().Count());
        foreach (var pakke in Rettighetspakke.Alle)
        {
            var sett = (await Feedklient.AlleAsync(vert, pakke.Kode)).ToDictionary(e => e.Nr);
            foreach (var (nr, type) in logg)
            {
                var ventet = (Begrenset.GetValueOrDefault(type) ?? Alle).Split(' ').Contains(pakke.Kode);
                Assert.True(ventet == sett.ContainsKey(nr), $"{type} in {pakke.Kode}: {sett.ContainsKey(nr)}");
                if (ventet)
                    Assert.Equal(Navn(type, pakke.Kode), sett[nr].Type, ignoreCase: true);
            }
        }
    }

    [Theory, TestDatabases]
    public async Task Who_held_an_address_learns_that_it_is_gone_and_others_learn_nothing(Dialect dialect)
    {
        await using var vert = await Registervert.StartAsync(dialect);
        var scene = new Scene(vert, 81);
        var p = await scene.PersonAsync();
        Personmelding Vern(Adressegradering nivaa) => new Adressevern
        {
            Grunn = Grunn, Person = p, Nivaa = nivaa, AapenPostadresse = nivaa == Adressegradering.StrengtFortrolig ? Post("8034") : null,
        };
        Personmelding Flytt(string til) => Opplysninger.Bostedsadresse(p, new Nyopplysning<Bostedsadresse>(Hjem(til)), Grunn);

        Assert.Equal(Alle, await SettAvAsync(scene, Flytt("En")));
        Assert.Equal(Alle, await SettAvAsync(scene, Vern(Adressegradering.Fortrolig)));
        Assert.Equal("OMH OUH", await SettAvAsync(scene, Flytt("To")));
        // The open postadresse that comes with it is for everybody.
        Assert.Equal(Alle, await SettAvAsync(scene, Vern(Adressegradering.StrengtFortrolig)));
        Assert.Equal(Alle, await SettAvAsync(scene, Opplysninger.Postadresse(p, new Nyopplysning<Kontaktadresse>(Post("8035")), Grunn)));
        Assert.Equal(Alle, await SettAvAsync(scene, Vern(Adressegradering.Ugradert)));
    }

    private static async Task<string> SettAvAsync(Scene scene, Personmelding melding)
    {
        var dokument = (await scene.GjoerAsync(melding)).Kvitteringer[0].Dokument;
        var nr = (await LoggAsync(scene)).Single(e => e.Endring.Dokument == dokument).Nr;
        var sett = new List<string>();
        foreach (var pakke in Rettighetspakke.Alle)
        {
            if ((await Feedklient.AlleAsync(scene.Vert, pakke.Kode)).Any(e => e.Nr == nr))
                sett.Add(pakke.Kode);
        }

        return string.Join(' ', Alle.Split(' ').Where(sett.Contains));
    }

    private static string Navn(Hendelsestype type, string kode) =>
        kode.StartsWith("PR", StringComparison.Ordinal) ? "endringIPerson"
        : type == Hendelsestype.EndringIAdressebeskyttelse && kode is not ("OMH" or "OUH") ? "personErOppdatert"
        : type.ToString();

    private static async Task<IReadOnlyList<(long Nr, Personendring Endring)>> LoggAsync(Scene scene)
    {
        await scene.SisteAsync();
        return await scene.LoggAsync(1);
    }
}
