using System.Diagnostics;

namespace Felles.Bench.Maaling;

/// <summary>CPU time of a process, user and system, all threads.</summary>
internal static class ProcessCpu
{
    public static TimeSpan Of(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>All processes of a PostgreSQL cluster: the postmaster and its children, which come and go with connections.</summary>
    public static TimeSpan OfTree(int parent)
    {
        var sum = TimeSpan.Zero;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                try
                {
                    if (process.Id == parent || ParentOf(process.Id) == parent)
                    {
                        sum += process.TotalProcessorTime;
                    }
                }
                catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
                {
                    // It ended between being listed and being read.
                }
            }
        }

        return sum;
    }

    private static int ParentOf(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
    }
}
