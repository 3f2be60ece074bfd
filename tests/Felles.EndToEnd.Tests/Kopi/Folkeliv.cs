using System.Collections.Concurrent;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;

namespace Felles.EndToEnd.Tests.Kopi;

/// <summary>
/// What happens to people, by chance and from several case workers at once: names, moves, births, deaths, weddings, protection …
/// </summary>
internal sealed class Folkeliv(Registreringer registreringer, Registerklokke klokke, IEnumerable<Folkeregisteridentifikator> personer)
{
    private static readonly string[] Fornavn = ["RASK", "LUN", "STILLE", "ÆRLIG", "ØM", "ÁILO", "KLOK", "SEIG"];
    private static readonly string[] Etternavn = ["TREKANT", "PLANKE", "FJORD", "SIRKEL", "ŠIŠMIŠ", "ÅKER", "TORSK"];
    private static readonly Registreringsgrunn Grunn = new("folkeregistermyndigheten", "Prøve");

    private readonly ConcurrentDictionary<int, Folkeregisteridentifikator> numre =
        new(personer.Select((p, nr) => KeyValuePair.Create(nr, p)));

    /// <summary>How many of each kind were registered.</summary>
    public ConcurrentDictionary<string, int> Registrert { get; } = [];

    /// <summary>Registers until it is stopped; each caller with a seed of its own.</summary>
    public async Task LevAsync(int froe, Func<bool> stopp)
    {
        var slump = new Random(froe);
        while (!stopp())
        {
            var meldinger = Enumerable.Range(0, slump.Next(1, 8)).Select(_ => Melding(slump)).ToList();
            foreach (var melding in meldinger)
                await RegistrerAsync(melding);
        }
    }

    private async Task RegistrerAsync(Personmelding melding)
    {
        var svar = await registreringer.UtfoerAsync(melding);
        svar.Match(
            registrert =>
            {
                Registrert.AddOrUpdate(melding.GetType().Name, 1, (_, antall) => antall + 1);
                if (melding is Foedselsmelding)
                    numre.TryAdd(numre.Count, registrert.Kvitteringer[0].Identifikator);
                return true;
            },
            // By chance the dead marry and the born are born again; then nothing happens, and there is no event.
            () => false,
            _ => false);
    }

    private Personmelding Melding(Random slump) => slump.Next(100) switch
    {
        < 45 => Opplysninger.Navn(
            Noen(slump),
            new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = En(Fornavn, slump), Etternavn = En(Etternavn, slump) }), Grunn),
        < 75 => Opplysninger.Bostedsadresse(
            Noen(slump), new Nyopplysning<Bostedsadresse>(Hjem(slump)), Grunn),
        < 83 => new Vigsel { Grunn = Grunn, Person = Noen(slump), Ektefelle = Noen(slump), Dato = klokke.IDag },
        < 89 => new Adressevern
        {
            Grunn = Grunn, Person = Noen(slump), Nivaa = slump.Next(2) == 0 ? Adressegradering.Fortrolig : Adressegradering.Ugradert,
        },
        < 94 => new Foedselsmelding
        {
            Grunn = Grunn, Mor = Noen(slump), Foedselsdato = klokke.IDag.AddDays(-slump.Next(3_000)),
            Kjoenn = slump.Next(2) == 0 ? Felles.Kernel.Identifikatorer.Kjoenn.Kvinne : Felles.Kernel.Identifikatorer.Kjoenn.Mann,
            Navn = new() { Fornavn = En(Fornavn, slump), Etternavn = En(Etternavn, slump) },
        },
        < 96 => new Utflytting { Grunn = Grunn, Person = Noen(slump), Utflyttingsdato = klokke.IDag },
        < 98 => new Doedsmelding { Grunn = Grunn, Person = Noen(slump), Doedsdato = klokke.IDag },
        _ => new Sammenslaaing { Grunn = Grunn, Gjeldende = Noen(slump), Dublett = Noen(slump) },
    };

    private static Bostedsadresse Hjem(Random slump) => new()
    {
        Adressegradering = Adressegradering.Ugradert,
        Vegadresse = new Vegadresse
        {
            Kommunenummer = "4204",
            Adressenavn = "Prøveveien",
            Adressenummer = new Adressenummer { Husnummer = slump.Next(1, 200).ToString() },
            Poststed = new Poststed { Poststedsnavn = "KRISTIANSAND S", Postnummer = "4636" },
        },
    };

    private Folkeregisteridentifikator Noen(Random slump) => numre[slump.Next(numre.Count)];

    private static string En(string[] av, Random slump) => av[slump.Next(av.Length)];
}
