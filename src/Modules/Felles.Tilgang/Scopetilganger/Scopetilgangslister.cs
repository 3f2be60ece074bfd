using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Scopetilganger;

/// <summary>Lists grants.</summary>
internal sealed class Scopetilgangslister(Database database, Endringsmiljoe miljoe)
{
    public const string Valg = "select organisasjonsnummer, scope, status, opprettet, endret from tilgang.scopetilgang";

    public static string Tekst(Tilgangsstatus status) => status.ToString().ToUpperInvariant();

    public static Scopetilgang Les(DbDataReader rad) => new(
        Organisasjonsnummer.FromValue((int)rad.GetInt64(0)),
        rad.GetString(1),
        Enum.Parse<Tilgangsstatus>(rad.GetString(2), ignoreCase: true),
        Microseconds.ToInstant(rad.GetInt64(3)),
        Microseconds.ToInstant(rad.GetInt64(4)));

    /// <summary>The grants of one organisation.</summary>
    public ValueTask<List<Scopetilgang>> ForVirksomhetAsync(Organisasjonsnummer virksomhet, CancellationToken ct) => ListeAsync(
        $"{Valg} where organisasjonsnummer = @virksomhet and miljoe = @miljoe order by scope",
        [("virksomhet", (long)virksomhet.Value)],
        ct);

    /// <summary>The organisations that have, asked for or lost a scope, after one number.</summary>
    public ValueTask<List<Scopetilgang>> ForScopeAsync(string scope, int etter, int antall, CancellationToken ct) => ListeAsync(
        $"{Valg} where scope = @scope and miljoe = @miljoe and organisasjonsnummer > @etter order by organisasjonsnummer limit @antall",
        [("scope", scope), ("etter", (long)etter), ("antall", (long)antall)],
        ct);

    private ValueTask<List<Scopetilgang>> ListeAsync(string sql, (string, object?)[] verdier, CancellationToken ct) =>
        database.ReadPrimaryAsync(
        (tilkobling, avbrudd) => Spoerring.ListeAsync(
            Spoerring.Ny(tilkobling, database.Sql(sql), [.. verdier, ("miljoe", miljoe.Navn)]), Les, avbrudd),
        ct);
}
