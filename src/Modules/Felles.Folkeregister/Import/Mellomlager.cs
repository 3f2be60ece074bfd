using System.Buffers.Binary;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Judged documents on their way, in a temporary file that only this user can read and that is gone when it is closed, also after a crash
/// of the program on systems that unlink open files.
/// </summary>
internal sealed class Mellomlager : IDisposable
{
    private const int Hode = 12;

    private readonly FileStream fil = Aapne();

    public long Antall { get; private set; }

    public void Legg(int linje, ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks)
    {
        Span<byte> hode = stackalloc byte[Hode];
        BinaryPrimitives.WriteInt32LittleEndian(hode, linje);
        BinaryPrimitives.WriteInt32LittleEndian(hode[4..], dokument.Length);
        BinaryPrimitives.WriteInt32LittleEndian(hode[8..], indeks.Length);
        fil.Write(hode);
        fil.Write(dokument);
        fil.Write(indeks);
        Antall++;
    }

    /// <summary>Everything from the first, as often as needed.</summary>
    public IEnumerable<Importlinje> Les()
    {
        fil.Position = 0;
        var hode = new byte[Hode];
        while (fil.ReadAtLeast(hode, Hode, throwOnEndOfStream: false) == Hode)
        {
            var dokument = new byte[BinaryPrimitives.ReadInt32LittleEndian(hode.AsSpan(4))];
            var indeks = new byte[BinaryPrimitives.ReadInt32LittleEndian(hode.AsSpan(8))];
            fil.ReadExactly(dokument);
            fil.ReadExactly(indeks);
            yield return new Importlinje(BinaryPrimitives.ReadInt32LittleEndian(hode), dokument, indeks);
        }
    }

    public void Dispose() => fil.Dispose();

    private static FileStream Aapne()
    {
        var valg = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 1024 * 1024,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows())
            valg.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), valg);
    }
}

/// <summary>One person of the file.</summary>
internal sealed record Importlinje(int Linje, byte[] Dokument, byte[] Indeks);
