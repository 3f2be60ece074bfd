using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Tests.Sqlite;

/// <summary>
/// Makes the flush of a connection's write-ahead log fail as a broken disk does: SQLite asks its file for <c>xSync</c> and gets an error.
/// The table of the file's methods is replaced by a copy in which that one is ours (https://www.sqlite.org/c3ref/io_methods.html).
/// </summary>
internal sealed class FlushFailure
{
    // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int JournalPointer = 28;
    private const int SyncIndex = 5; // iVersion (padded), xClose, xRead, xWrite, xTruncate, xSync
    private const int Methods = 19;

    private readonly Sync _fail;

    private FlushFailure() => _fail = (_, _) =>
    {
        Flushes++;
        return raw.SQLITE_IOERR_FSYNC;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Sync(nint file, int flags);

    public int Flushes { get; private set; }

    /// <summary>The connection's next flush fails, and all after it, until it is closed. Keep the answer alive so long.</summary>
    public static FlushFailure On(SqliteConnection connection)
    {
        var failure = new FlushFailure();
        if (Control(connection.Handle!.DangerousGetHandle(), "main", JournalPointer, out var file) != raw.SQLITE_OK)
            throw new InvalidOperationException("SQLite does not show its write-ahead log.");
        var own = Marshal.ReadIntPtr(file);
        var copy = Marshal.AllocHGlobal(Methods * nint.Size); // small, and the file reads it until the end of the process
        for (var i = 0; i < Methods; i++) Marshal.WriteIntPtr(copy, i * nint.Size, Marshal.ReadIntPtr(own, i * nint.Size));
        Marshal.WriteIntPtr(copy, SyncIndex * nint.Size, Marshal.GetFunctionPointerForDelegate(failure._fail));
        Marshal.WriteIntPtr(file, copy);
        return failure;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    private static extern int Control(nint connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int verb, out nint answer);
}
