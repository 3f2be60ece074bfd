using System.Diagnostics;
using Npgsql;

namespace Felles.Bench.Maaling;

/// <summary>CPU time, user and system, all threads.</summary>
internal static class ProcessCpu
{
    // Linux counts in hundredths of a second, whatever its own clock does (man 5 proc_pid_stat, USER_HZ).
    private const double Hertz = 100;

    public static TimeSpan Of(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>
    /// All of a PostgreSQL server on this machine: its first process with the children it has buried, and those that live.
    /// </summary>
    public static async Task<TimeSpan> OfPostgreSqlAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)", connection);
        var first = int.Parse((string)(await command.ExecuteScalarAsync())!);
        var sum = Seconds(first, buried: true);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            try
            {
                var pid = int.Parse(Path.GetFileName(folder));
                sum += Stat(pid)[1] == first.ToString() ? Seconds(pid, buried: false) : 0;
            }
            catch (IOException)
            {
                // It ended between being listed and being read.
            }
        }

        return TimeSpan.FromSeconds(sum);
    }

    private static double Seconds(int pid, bool buried)
    {
        var stat = Stat(pid);
        return Enumerable.Range(11, buried ? 4 : 2).Sum(i => double.Parse(stat[i])) / Hertz;
    }

    /// <summary>
    /// The fields after the name, from the state on: 1 is the parent, 11 and 12 own time, 13 and 14 that of buried children.
    /// </summary>
    private static string[] Stat(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}
