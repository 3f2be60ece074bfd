using System.Data.Common;
using Felles.Storage;

namespace Felles.Folkeregister.Registrering;

/// <summary>A withdrawn duplicate as it was before the merge.</summary>
internal sealed record Dublettrad(long Identifikator, long Personnoekkel, int Versjon, byte[] Dokument)
{
    private const string Finn =
        "select identifikator, personnoekkel, versjon, dokument from folkeregister.dublett where identifikator = @nummer {for update}";

    /// <summary>The version of the restored document: the one between them belongs to the event of the merge, and has none.</summary>
    public int VersjonEtter => Versjon + 2;

    public static async ValueTask<Dublettrad?> LesAsync(UnitOfWork unit, long nummer, CancellationToken ct)
    {
        await using DbCommand command = unit.Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (unit.Sql(Finn), unit.Transaction);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("nummer", nummer);
        command.Parameters.Add(parameter);
        await using var rader = await command.ExecuteReaderAsync(ct);
        return await rader.ReadAsync(ct)
            ? new Dublettrad(rader.GetInt64(0), rader.GetInt64(1), rader.GetInt32(2), rader.GetFieldValue<byte[]>(3))
            : null;
    }
}
