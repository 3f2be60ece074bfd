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

    /// <summary>The grants of the scopes that the owner has; of one scope, or of one consumer.</summary>
    public ValueTask<List<Scopetilgang>> ForEierAsync(
        Organisasjonsnummer eier, string? scope, Organisasjonsnummer? konsument, CancellationToken ct)
    {
        List<(string, object?)> verdier = [("eier", (long)eier.Value)];
        var sql = Valg + " where miljoe = @miljoe and scope in (select navn from tilgang.scope where eier = @eier)";
        if (scope is not null)
        {
            sql += " and scope = @scope";
            verdier.Add(("scope", scope));
        }

        if (konsument is { } en)
        {
            sql += " and organisasjonsnummer = @konsument";
            verdier.Add(("konsument", (long)en.Value));
        }

        return ListeAsync(sql + " order by scope, organisasjonsnummer", [.. verdier], ct);
    }

    private ValueTask<List<Scopetilgang>> ListeAsync(string sql, (string, object?)[] verdier, CancellationToken ct) =>
        database.ReadPrimaryAsync(
        (tilkobling, avbrudd) => Spoerring.ListeAsync(
            Spoerring.Ny(tilkobling, database.Sql(sql), [.. verdier, ("miljoe", miljoe.Navn)]), Les, avbrudd),
        ct);
}
