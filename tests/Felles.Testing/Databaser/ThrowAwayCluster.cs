using System.Diagnostics;
using System.Globalization;

namespace Felles.Testing.Databaser;

/// <summary>
/// A PostgreSQL cluster in a temporary folder, reached over a socket in that folder, so it needs no port. A small shell holds it and ends
/// it when this process closes the pipe or dies, even by <c>kill -9</c>; only the server's own process number is used.
/// </summary>
public sealed class ThrowAwayCluster
{
    // fsync stays on: the tests are about durability, and the program refuses a server without it.
    private const string Script = """
        set -eu
        dir=$1; bin=$2
        "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync --no-instructions >"$dir/initdb.log" 2>&1
        start() {
          "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=300 -c shared_buffers=128MB -c fsync=on \
            -c synchronous_commit=on -c max_wal_size=2GB -c log_min_messages=warning >>"$dir/server.log" 2>&1 &
          pid=$!
          until "$bin/pg_isready" -q -h "$dir" -U postgres; do kill -0 $pid; sleep 0.05; done
          echo ready
        }
        start
        while read -r verb; do
          case $verb in
            kill) kill -QUIT $pid; wait $pid || true; echo stopped ;;
            start) start ;;
          esac
        done
        kill -QUIT $pid 2>/dev/null || true
        wait $pid || true
        rm -rf "$dir/data" "$dir"/*.log
        """;

    private static readonly Lazy<string?> FoundBinaries = new(FindBinaries);
    private readonly Process _shell;
    private readonly string _folder;

    private ThrowAwayCluster(Process shell, string folder) => (_shell, _folder) = (shell, folder);

    /// <summary>Where initdb and postgres are, or null.</summary>
    public static string? Binaries => FoundBinaries.Value;

    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres";

    public static ThrowAwayCluster Start()
    {
        var folder = Directory.CreateTempSubdirectory("felles-pg-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            // PostgreSQL refuses to run as root.
            using var chown = Process.Start("chown", ["postgres", folder]);
            chown.WaitForExit();
        }

        var start = new ProcessStartInfo(asRoot ? "runuser" : "sh") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        if (asRoot) foreach (var part in (string[])["-u", "postgres", "--", "sh"]) start.ArgumentList.Add(part);
        foreach (var part in (string[])["-c", Script, "felles-pg", folder, Binaries!]) start.ArgumentList.Add(part);
        var shell = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(shell, folder);
        var cluster = new ThrowAwayCluster(shell, folder);
        cluster.Expect("ready");
        return cluster;
    }

    /// <summary>Ends the server at once, as a power cut would: no checkpoint, every connection lost.</summary>
    public void Kill()
    {
        _shell.StandardInput.WriteLine("kill");
        Expect("stopped");
    }

    public void Restart()
    {
        _shell.StandardInput.WriteLine("start");
        Expect("ready");
    }

    private void Expect(string word)
    {
        if (_shell.StandardOutput.ReadLine() == word) return;
        var logs = Directory.GetFiles(_folder, "*.log").Select(File.ReadAllText);
        throw new InvalidOperationException($"The throw-away PostgreSQL cluster is not {word}:\n{string.Join('\n', logs)}");
    }

    private static void Stop(Process shell, string folder)
    {
        shell.StandardInput.Close();
        shell.WaitForExit(TimeSpan.FromSeconds(10));
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The folder is in the temporary directory; an empty one left behind does no harm.
        }
    }

    private static string? FindBinaries()
    {
        string[] debian = Directory.Exists("/usr/lib/postgresql")
            ? [.. Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => double.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))
                .Select(d => Path.Combine(d, "bin"))]
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return debian.Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
    }
}
