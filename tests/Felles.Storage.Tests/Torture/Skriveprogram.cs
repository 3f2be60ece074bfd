using System.Diagnostics;
using System.Text;
using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Torture;

/// <summary>
/// This test program once more, as a process that can be killed: writes as fast as it can and notes each acknowledged row in a file. The
/// file is not flushed, and need not be: what a killed process has handed to the operating system stays.
/// </summary>
public sealed class Skriveprogram
{
    private const string Maal = "FELLES_SKRIVEPROGRAM";

    public static Process Start(TestDatabase test, string acknowledgements, int round)
    {
        var program = Path.ChangeExtension(typeof(Skriveprogram).Assembly.Location, null);
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", $"{typeof(Skriveprogram).FullName}.{nameof(Writes_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[Maal] = string.Join('|', test.ConnectionString ?? "", test.Folder, acknowledgements, round);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    [Fact(Explicit = true)]
    public async Task Writes_until_it_is_killed()
    {
        var goal = Environment.GetEnvironmentVariable(Maal);
        if (goal is null) Assert.Skip($"Is run by {nameof(KillTests)} only");
        var parts = goal.Split('|');
        await using Database database = parts[0].Length == 0
            ? new SqliteDatabase(parts[1], ["prove"])
            : new PostgreSqlDatabase(parts[0], null, ["prove"]);
        await using var log = new SequenceLog(database);
        await log.StartAsync();
        await using var file = new FileStream(parts[2], FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var gate = new Lock();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var id = (((long.Parse(parts[3]) * 100) + writer) * 1_000_000_000) + 1; ; id++)
            {
                await database.WriteAsync(async (unit, _) =>
                {
                    await unit.InsertAsync(id);
                    unit.Publish(id, id);
                });
                lock (gate) file.Write(Encoding.ASCII.GetBytes($"{id}\n"));
            }
        }));
    }
}
