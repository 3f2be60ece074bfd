using System.Data.Common;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;

namespace Felles.Tilgang.Roller;

/// <summary>Reads roles.</summary>
internal sealed class Rollelager(Database database, Endringsmiljoe miljoe)
{
    private const string Valg = "select id, issuer, subject, organisasjonsnummer, rolle, aktiv, opprettet, endret from tilgang.rolle";

    public ValueTask<List<Brukerrolle>> ForVirksomhetAsync(Organisasjonsnummer virksomhet, CancellationToken ct) =>
        database.ReadPrimaryAsync(
        (tilkobling, avbrudd) => Spoerring.ListeAsync(
            Spoerring.Ny(
                tilkobling,
                database.Sql($"{Valg} where organisasjonsnummer = @virksomhet and miljoe = @miljoe order by id"),
                ("virksomhet", (long)virksomhet.Value),
                ("miljoe", miljoe.Navn)),
            Les,
            avbrudd),
        ct);

    /// <summary>The role as it is, held until the unit of work ends.</summary>
    public async ValueTask<Brukerrolle?> LaasAsync(UnitOfWork enhet, long id, CancellationToken ct)
    {
        var sporring = Spoerring.Ny(
            enhet, $"{Valg} where id = @id and miljoe = @miljoe {{for update}}", ("id", id), ("miljoe", miljoe.Navn));
        return (await Spoerring.ListeAsync(sporring, Les, ct)).FirstOrDefault();
    }

    public async ValueTask<Brukerrolle?> LaasAsync(
        UnitOfWork enhet, string issuer, string subject, Organisasjonsnummer virksomhet, string rolle, CancellationToken ct)
    {
        var sporring = Spoerring.Ny(
            enhet,
            $$"""
            {{Valg}} where miljoe = @miljoe and issuer = @issuer and subject = @subject
            and organisasjonsnummer = @virksomhet and rolle = @rolle {for update}
            """,
            ("miljoe", miljoe.Navn),
            ("issuer", issuer),
            ("subject", subject),
            ("virksomhet", (long)virksomhet.Value),
            ("rolle", rolle));
        return (await Spoerring.ListeAsync(sporring, Les, ct)).FirstOrDefault();
    }

    private static Brukerrolle Les(DbDataReader rad) => new(
        rad.GetInt64(0),
        rad.GetString(1),
        rad.GetString(2),
        Organisasjonsnummer.FromValue((int)rad.GetInt64(3)),
        rad.GetString(4),
        rad.GetInt64(5) != 0,
        Microseconds.ToInstant(rad.GetInt64(6)),
        Microseconds.ToInstant(rad.GetInt64(7)));
}
