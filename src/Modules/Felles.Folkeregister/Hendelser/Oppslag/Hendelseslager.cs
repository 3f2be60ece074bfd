using System.Data.Common;
using Felles.Folkeregister.Lager;
using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Storage;

namespace Felles.Folkeregister.Hendelser.Oppslag;

/// <summary>
/// Reads event documents by id. From the primary: who has just read an event in the feed must not be told that it does not exist because a
/// standby is a moment behind.
/// </summary>
internal sealed class Hendelseslager(Database database, Registerklokke klokke)
{
    private const string Punkt =
        """
        select 0, ajourhold, elementer, dokument from folkeregister.hendelsesdokument
        where personnoekkel = @person and versjon = @versjon and nr = @nr
        """;

    // One round trip for a thousand of them.
    private const string Mange =
        """
        select k.plass - 1, h.ajourhold, h.elementer, h.dokument
        from unnest(@person, @versjon, @nr) with ordinality as k (personnoekkel, versjon, nr, plass)
        join folkeregister.hendelsesdokument h on h.personnoekkel = k.personnoekkel and h.versjon = k.versjon and h.nr = k.nr
        """;

    private const string Slutt = "select versjon from folkeregister.hendelsesslutt where personnoekkel = @person";

    /// <summary>One document.</summary>
    public async ValueTask<Hendelsesfunn> FinnAsync(Dokumentidentifikator id, CancellationToken ct)
    {
        var funn = (await FinnAsync([id], ct))[0];
        return funn.Personnoekkel == 0 && Hendelsesnoekkel.Les(id) is var (person, versjon, _) && await ErFjernetAsync(person, versjon, ct)
            ? new Hendelsesfunn(person, true, 0, null)
            : funn;
    }

    /// <summary>What each id leads to, in their order.</summary>
    public ValueTask<Hendelsesfunn[]> FinnAsync(IReadOnlyList<Dokumentidentifikator> ider, CancellationToken ct) =>
        database.ReadPrimaryAsync(
            (Lager: this, ider), static (connection, s, ct) => s.Lager.LesAsync(connection, s.ider, ct), ct);

    private async ValueTask<Hendelsesfunn[]> LesAsync(
        DbConnection connection, IReadOnlyList<Dokumentidentifikator> ider, CancellationToken ct)
    {
        var funn = new Hendelsesfunn[ider.Count];
        var kjente = ider.Select((id, plass) => (Noekkel: Hendelsesnoekkel.Les(id), plass)).Where(k => k.Noekkel is not null)
            .Select(k => (k.Noekkel!.Value.Personnoekkel, k.Noekkel.Value.Versjon, Nr: (short)k.Noekkel.Value.Nr, k.plass)).ToArray();
        if (kjente.Length == 0)
            return funn;
        await using var command = connection.CreateCommand();
        if (database.Dialect == Dialect.PostgreSql)
        {
            command.CommandText = database.Sql(Mange);
            Sett(command, kjente.Select(k => k.Personnoekkel).ToArray(), kjente.Select(k => k.Versjon).ToArray(),
                kjente.Select(k => k.Nr).ToArray());
            await TaAsync(command, funn, i => kjente[i].plass, kjente.Select(k => k.Personnoekkel).ToArray(), ct);
            return funn;
        }

        command.CommandText = database.Sql(Punkt);
        foreach (var (person, versjon, nr, plass) in kjente)
        {
            Sett(command, person, versjon, nr);
            await TaAsync(command, funn, _ => plass, [person], ct);
        }

        return funn;
    }

    private async ValueTask TaAsync(
        DbCommand command, Hendelsesfunn[] funn, Func<int, int> plass, long[] personer, CancellationToken ct)
    {
        var grense = Microseconds.From(Hendelsesfrist.Grense(klokke));
        await using var rader = await command.ExecuteReaderAsync(ct);
        while (await rader.ReadAsync(ct))
        {
            var nr = (int)rader.GetInt64(0);
            var forGammel = rader.GetInt64(1) < grense;
            funn[plass(nr)] = new Hendelsesfunn(
                personer[nr], forGammel, (ulong)rader.GetInt64(2), forGammel ? null : rader.GetFieldValue<byte[]>(3));
        }
    }

    private ValueTask<bool> ErFjernetAsync(long person, int versjon, CancellationToken ct) =>
        database.ReadPrimaryAsync(
            (database, person, versjon),
            static async (connection, s, ct) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = s.database.Sql(Slutt);
                Sett(command, s.person);
                return await command.ExecuteScalarAsync(ct) is { } til && Convert.ToInt64(til) >= s.versjon;
            },
            ct);

    private static void Sett(DbCommand command, params object[] verdier)
    {
        ReadOnlySpan<string> navn = ["person", "versjon", "nr"];
        for (var i = 0; i < verdier.Length; i++)
        {
            if (command.Parameters.Count <= i)
            {
                var ny = command.CreateParameter();
                ny.ParameterName = navn[i];
                command.Parameters.Add(ny);
            }

            command.Parameters[i].Value = verdier[i];
        }
    }
}

/// <summary>What an id leads to.</summary>
/// <param name="Personnoekkel">The person; 0 when there is no such document.</param>
/// <param name="ForGammel">It is older than events are kept.</param>
/// <param name="Elementer">The elements in it.</param>
/// <param name="Dokument">The document in wire form; null when it is too old or does not exist.</param>
internal readonly record struct Hendelsesfunn(long Personnoekkel, bool ForGammel, ulong Elementer, byte[]? Dokument);
