using System.Data.Common;

namespace Felles.Storage;

public static class DbCommandParameters
{
    /// <summary>Adds a named parameter (<c>@name</c> in the SQL) on either database; null is stored as NULL.</summary>
    public static void AddParameter(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
