using System.Data.Common;
using Felles.Storage;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>Statements with named parameters, for what runs once an order or once a batch.</summary>
internal static class Uttrekkssetninger
{
    public static DbCommand Kommando(this UnitOfWork unit, string sql, params ReadOnlySpan<(string Navn, object Verdi)> verdier)
    {
        var command = unit.Connection.Kommando(unit.Sql(sql), verdier);
        command.Transaction = unit.Transaction;
        return command;
    }

    public static DbCommand Kommando(this DbConnection connection, string sql, params ReadOnlySpan<(string Navn, object Verdi)> verdier)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (navn, verdi) in verdier)
            command.AddParameter(navn, verdi);
        return command;
    }

    /// <summary>How many rows were written.</summary>
    public static async ValueTask<int> UtfoerAsync(
        this UnitOfWork unit, string sql, CancellationToken ct, params (string Navn, object Verdi)[] verdier)
    {
        await using var command = unit.Kommando(sql, verdier);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
