using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Tests;

/// <summary>Units for tests, with numbers of the synthetic series.</summary>
internal static class Enhetsbygger
{
    private static readonly int[] Vekter = [3, 2, 7, 6, 5, 4, 3, 2];

    public const string Person = "24907999374";

    public static Organisasjonsnummer Nummer(string tekst) =>
        Organisasjonsnummer.TryParse(tekst, out var nummer) ? nummer
            : throw new ArgumentException($"{tekst} is not an organisation number.");

    /// <summary>The first <paramref name="antall"/> valid numbers from 310 000 000.</summary>
    public static IEnumerable<Organisasjonsnummer> Numre(int antall) => Enumerable.Range(31_000_000, int.MaxValue - 31_000_000)
        .Select(MedKontrollsiffer).OfType<Organisasjonsnummer>().Take(antall);

    public static Enhet Enhet(Organisasjonsnummer nummer, string navn = "KLOK RASK TIGER AS", string form = "AS") => new()
    {
        Organisasjonsnummer = nummer,
        Navn = navn,
        Organisasjonsform = Organisasjonsform.MedKode(form),
        Forretningsadresse = new Adresse
        {
            Land = "Norge",
            Landkode = "NO",
            Postnummer = "0150",
            Poststed = "OSLO",
            Adresselinjer = ["Kontorveien 8"],
            Kommune = "OSLO",
            Kommunenummer = "0301",
        },
        RegistrertIMvaregisteret = true,
        AntallAnsatte = 7,
        RegistreringsdatoEnhetsregisteret = new DateOnly(2019, 2, 3),
    };

    public static Enhet MedDagligLeder(this Enhet enhet, string person, bool fratraadt = false) => enhet with
    {
        Rollegrupper =
        [
            new Rollegruppe
            {
                Type = new Kodeverdi { Kode = "DAGL", Beskrivelse = "Daglig leder" },
                Roller =
                [
                    new Rolle
                    {
                        Type = new Kodeverdi { Kode = "DAGL" },
                        Person = new Rolleperson
                        {
                            Foedselsnummer = Folkeregisteridentifikator.TryParse(person, out var id) ? id
                                : throw new ArgumentException("Not a person number."),
                        },
                        Fratraadt = fratraadt,
                    },
                ],
            },
        ],
    };

    private static Organisasjonsnummer? MedKontrollsiffer(int aatte)
    {
        var tekst = aatte.ToString();
        var rest = (11 - (tekst.Select((c, i) => (c - '0') * Vekter[i]).Sum() % 11)) % 11;
        return rest == 10 ? null : Nummer(tekst + rest);
    }
}
