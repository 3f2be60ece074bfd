using System.Text;

namespace Felles.Storage.Sqlite;

/// <summary>
/// Keeps a second program from writing the same data folder. SQLite alone would let it: the two would each number events and each keep
/// caches that the other's writes make wrong. The operating system frees the lock when the program dies, however it dies.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    public static DataDirectoryLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "felles.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DataDirectoryInUseException(Path.GetFullPath(directory), Holder(path));
        }

        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes($"{Environment.ProcessId}\n"));
        file.Flush();
        return new DataDirectoryLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadLine() ?? "";
        }
        catch (IOException)
        {
            return ""; // where locks are mandatory the number cannot be read; the message does without it
        }
    }
}
