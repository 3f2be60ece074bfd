using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Pakketilganger;

/// <summary>Lists the packages of an organisation, open and closed.</summary>
internal sealed class Pakketilgangslister(Database database, Endringsmiljoe miljoe)
{
    public const string Valg = "select organisasjonsnummer, pakke, aapen, opprettet, endret from tilgang.pakketilgang";

    /// <summary>Null for a package that is no longer in the list; it opens nothing.</summary>
    public static Pakketilgang? Les(DbDataReader rad) => Rettighetspakke.MedNavn(rad.GetString(1)) is { } pakke
        ? new Pakketilgang(
            Organisasjonsnummer.FromValue((int)rad.GetInt64(0)),
            pakke,
            rad.GetInt64(2) != 0,
            Microseconds.ToInstant(rad.GetInt64(3)),
            Microseconds.ToInstant(rad.GetInt64(4)))
        : null;

    public async ValueTask<IReadOnlyList<Pakketilgang>> ForVirksomhetAsync(Organisasjonsnummer virksomhet, CancellationToken ct)
    {
        var funnet = await database.ReadPrimaryAsync(
            (tilkobling, avbrudd) => Spoerring.ListeAsync(
                Spoerring.Ny(
                    tilkobling,
                    database.Sql($"{Valg} where organisasjonsnummer = @virksomhet and miljoe = @miljoe order by pakke"),
                    ("virksomhet", (long)virksomhet.Value),
                    ("miljoe", miljoe.Navn)),
                Les,
                avbrudd),
            ct);
        return [.. funnet.OfType<Pakketilgang>()];
    }
}
