namespace Felles.Storage.Sqlite;

/// <summary>
/// Keeps a second program from writing the same data folder. SQLite alone would let it: the two would each number events and each keep
/// caches that the other's writes make wrong. The operating system frees the lock when the program dies, however it dies.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private const string Number = "felles.pid";
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
            throw new DataDirectoryInUseException(Path.GetFullPath(directory), Holder(directory));
        }

        // Beside the lock, which nobody else can open while it is held.
        File.WriteAllText(Path.Combine(directory, Number), $"{Environment.ProcessId}\n");
        return new DataDirectoryLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, Number)).Trim();
        }
        catch (IOException)
        {
            return ""; // the holder has not come as far as writing it
        }
    }
}
