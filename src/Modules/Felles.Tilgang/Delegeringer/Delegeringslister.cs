using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Delegeringer;

/// <summary>Lists delegations, always from the primary.</summary>
internal sealed class Delegeringslister(Database database, Endringsmiljoe miljoe)
{
    public const string Valg =
        "select id, konsument, leverandoer, scope, gitt, gitt_av, avsluttet, avsluttet_av, avsluttet_side from tilgang.delegering";

    public static string Tekst(Delegeringsside side) => side.ToString().ToUpperInvariant();

    public static Delegering Les(DbDataReader rad) => new(
        Guid.Parse(rad.GetString(0)),
        Organisasjonsnummer.FromValue((int)rad.GetInt64(1)),
        Organisasjonsnummer.FromValue((int)rad.GetInt64(2)),
        rad.GetString(3),
        Microseconds.ToInstant(rad.GetInt64(4)),
        rad.GetString(5),
        rad.IsDBNull(6) ? null : Microseconds.ToInstant(rad.GetInt64(6)),
        rad.IsDBNull(7) ? null : rad.GetString(7),
        rad.IsDBNull(8) ? null : Enum.Parse<Delegeringsside>(rad.GetString(8), ignoreCase: true));

    /// <summary>The suppliers that the consumer has taken up, or the consumers that have taken up the supplier.</summary>
    public ValueTask<List<Leverandoerkobling>> KoblingerAsync(
        Organisasjonsnummer? konsument, Organisasjonsnummer? leverandoer, CancellationToken ct)
    {
        List<(string Navn, object? Verdi)> verdier = [("miljoe", miljoe.Navn)];
        var sql = Leverandoerkobling.Valg;
        if (konsument is { } fra)
        {
            sql += " and konsument = @konsument";
            verdier.Add(("konsument", (long)fra.Value));
        }

        if (leverandoer is { } til)
        {
            sql += " and leverandoer = @leverandoer";
            verdier.Add(("leverandoer", (long)til.Value));
        }

        return database.ReadPrimaryAsync(
            (tilkobling, avbrudd) => Spoerring.ListeAsync(
                Spoerring.Ny(tilkobling, database.Sql(sql + " order by id"), [.. verdier]), Leverandoerkobling.Les, avbrudd),
            ct);
    }

    /// <summary>What fits every condition that is given, oldest first.</summary>
    public ValueTask<List<Delegering>> FinnAsync(Delegeringssoek soek, CancellationToken ct)
    {
        List<(string Navn, object? Verdi)> verdier = [("miljoe", miljoe.Navn)];
        var sql = Valg + " where miljoe = @miljoe";
        if (soek.Konsument is { } konsument)
        {
            sql += " and konsument = @konsument";
            verdier.Add(("konsument", (long)konsument.Value));
        }

        if (soek.Leverandoer is { } leverandoer)
        {
            sql += " and leverandoer = @leverandoer";
            verdier.Add(("leverandoer", (long)leverandoer.Value));
        }

        if (soek.Scope is { } scope)
        {
            sql += " and scope = @scope";
            verdier.Add(("scope", scope));
        }

        if (soek.BareGjeldende) sql += " and avsluttet is null";
        sql += " and id > @etter order by id limit @antall";
        verdier.Add(("etter", soek.Etter?.ToString() ?? ""));
        verdier.Add(("antall", (long)soek.Antall));
        return database.ReadPrimaryAsync(
            (tilkobling, avbrudd) => Spoerring.ListeAsync(Spoerring.Ny(tilkobling, database.Sql(sql), [.. verdier]), Les, avbrudd), ct);
    }
}

/// <summary>Null sets no condition.</summary>
/// <param name="Konsument">Given by.</param>
/// <param name="Leverandoer">Received by.</param>
/// <param name="Scope">Of this scope.</param>
/// <param name="BareGjeldende">Alive ones only.</param>
/// <param name="Etter">The last one of the page before.</param>
/// <param name="Antall">At most so many.</param>
internal sealed record Delegeringssoek(
    Organisasjonsnummer? Konsument = null,
    Organisasjonsnummer? Leverandoer = null,
    string? Scope = null,
    bool BareGjeldende = true,
    Guid? Etter = null,
    int Antall = int.MaxValue);
