using System.Data.Common;
using Felles.Storage;

namespace Felles.Tilgang.Endring;

/// <summary>Short statements with named values.</summary>
internal static class Spoerring
{
    public static DbCommand Ny(UnitOfWork enhet, string sql, params ReadOnlySpan<(string Navn, object? Verdi)> verdier)
    {
        var kommando = Ny(enhet.Connection, enhet.Sql(sql), verdier);
        kommando.Transaction = enhet.Transaction;
        return kommando;
    }

    public static DbCommand Ny(DbConnection tilkobling, string sql, params ReadOnlySpan<(string Navn, object? Verdi)> verdier)
    {
        var kommando = tilkobling.CreateCommand();
        kommando.CommandText = sql;
        foreach (var (navn, verdi) in verdier)
        {
            var parameter = kommando.CreateParameter();
            parameter.ParameterName = navn;
            parameter.Value = verdi ?? DBNull.Value;
            kommando.Parameters.Add(parameter);
        }

        return kommando;
    }

#pragma warning disable CA1068 // the named values are params and must come last
    public static async ValueTask UtfoerAsync(
        UnitOfWork enhet, CancellationToken ct, string sql, params (string Navn, object? Verdi)[] verdier)
    {
        await using var kommando = Ny(enhet, sql, verdier);
        await kommando.ExecuteNonQueryAsync(ct);
    }

    public static async ValueTask<long> TallAsync(
        UnitOfWork enhet, CancellationToken ct, string sql, params (string Navn, object? Verdi)[] verdier)
    {
        await using var kommando = Ny(enhet, sql, verdier);
        return (long)(await kommando.ExecuteScalarAsync(ct))!;
    }
#pragma warning restore CA1068

    public static async ValueTask<List<T>> ListeAsync<T>(DbCommand kommando, Func<DbDataReader, T> les, CancellationToken ct)
    {
        await using (kommando)
        {
            await using var svar = await kommando.ExecuteReaderAsync(ct);
            List<T> funnet = [];
            while (await svar.ReadAsync(ct)) funnet.Add(les(svar));
            return funnet;
        }
    }
}
