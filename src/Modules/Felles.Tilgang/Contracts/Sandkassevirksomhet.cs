using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Datafiler;
using Felles.Kernel.Identifikatorer;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// An organisation that exists in the sandbox from the first start and owns the ready client of this name; it may own others too. The list
/// is data (<c>data/tilgang/sandkassevirksomheter.csv</c>), so the numbers are the same in every installation.
/// </summary>
public sealed record Sandkassevirksomhet
{
    /// <summary>The client's name, and that of its file: <c>kommune</c>, <c>bank</c> …</summary>
    public required string Navn { get; init; }

    public required Organisasjonsnummer Organisasjonsnummer { get; init; }

    public required string Organisasjonsnavn { get; init; }

    /// <summary>Code of the organisation form.</summary>
    public required string Organisasjonsform { get; init; }

    /// <summary><c>OFFENTLIG</c>, <c>PRIVAT</c>, <c>FINANS</c>, <c>PRESSE</c> or <c>EID_UTSTEDER</c>.</summary>
    public required string Virksomhetstype { get; init; }

    public required Adresse Forretningsadresse { get; init; }

    /// <summary>The scopes to register the client with. The supplier has one that it is not granted itself.</summary>
    public required IReadOnlyList<string> Klientscopes { get; init; }

    /// <summary>The scopes granted to the organisation.</summary>
    public required IReadOnlyList<string> Tilganger { get; init; }

    /// <summary>The packages that stand open for the organisation.</summary>
    public required IReadOnlyList<Rettighetspakke> Pakker { get; init; }

    /// <summary>The prefix of scopes that the organisation owns; null for none.</summary>
    public string? Prefiks { get; init; }

    public static IReadOnlyList<Sandkassevirksomhet> Alle { get; } =
    [
        .. Datatabell.Read(typeof(Sandkassevirksomhet).Assembly, "sandkassevirksomheter.csv").Rader.Select(Read),
    ];

    private static Sandkassevirksomhet Read(Datatabell.Rad rad) => new()
    {
        Navn = rad["navn"],
        Organisasjonsnummer = Kernel.Identifikatorer.Organisasjonsnummer.TryParse(rad["organisasjonsnummer"], out var nummer)
            ? nummer
            : throw new InvalidDataException($"sandkassevirksomheter.csv: {rad["organisasjonsnummer"]} is not an organisation number."),
        Organisasjonsnavn = rad["organisasjonsnavn"],
        Organisasjonsform = rad["organisasjonsform"],
        Virksomhetstype = rad["virksomhetstype"],
        Forretningsadresse = new Adresse
        {
            Land = "Norge",
            Landkode = "NO",
            Postnummer = rad["postnummer"],
            Poststed = rad["poststed"],
            Adresselinjer = [rad["adresse"]],
            Kommune = rad["kommune"],
            Kommunenummer = rad["kommunenummer"],
        },
        Klientscopes = rad.Liste("klientscopes"),
        Tilganger = rad.Liste("tilganger"),
        Prefiks = rad["prefiks"] is { Length: > 0 } prefiks ? prefiks : null,
        Pakker =
        [
            .. rad.Liste("pakker").Select(navn => Rettighetspakke.MedNavn(navn)
                ?? throw new InvalidDataException($"sandkassevirksomheter.csv: there is no package {navn}.")),
        ],
    };
}
