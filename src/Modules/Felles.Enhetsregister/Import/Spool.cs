using System.Runtime.CompilerServices;
using Felles.Enhetsregister.Dokument;
using Felles.Enhetsregister.Lager;

namespace Felles.Enhetsregister.Import;

/// <summary>
/// The judged lines of an import on their way to the database: a file that only this user can read and that goes away when it is closed.
/// </summary>
internal sealed class Spool : IAsyncDisposable
{
    private readonly FileStream fil;

    private Spool(FileStream fil) => this.fil = fil;

    public static Spool Ny(string mappe)
    {
        Directory.CreateDirectory(mappe);
        var valg = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = 64 * 1024,
        };
        // Roles hold person numbers.
        if (!OperatingSystem.IsWindows()) valg.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new Spool(new FileStream(Path.Combine(mappe, $"import-{Guid.NewGuid():N}.ndjson"), valg));
    }

    public async ValueTask SkrivAsync(ReadOnlyMemory<byte> dokument, CancellationToken ct)
    {
        await fil.WriteAsync(dokument, ct);
        fil.WriteByte((byte)'\n');
    }

    /// <summary>Everything written, from the start, in portions.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<Enhetsrad>> LesAsync(int porsjon, [EnumeratorCancellation] CancellationToken ct)
    {
        fil.Position = 0;
        List<Enhetsrad> rader = new(porsjon);
        await foreach (var (_, linje) in Linjeleser.LesAsync(fil, ct))
        {
            var dokument = linje!.Value.ToArray();
            rader.Add(Enhetsrad.Av(Enhetsdokument.Les(dokument), dokument));
            if (rader.Count < porsjon) continue;
            yield return rader;
            rader = new(porsjon);
        }

        if (rader.Count > 0) yield return rader;
    }

    public ValueTask DisposeAsync() => fil.DisposeAsync();
}
