using System.Buffers.Binary;

namespace Felles.Web.Ndjson;

/// <summary>
/// The judged lines of an import on their way to the database, in a file that only this user can read: they hold person numbers. It is made
/// by <see cref="Spoolmappe"/>. A fault of the disk is a <see cref="SpoolException"/>.
/// </summary>
public sealed class Spool : IDisposable
{
    private const int Hode = 12;

    private readonly Stream fil;

    internal Spool(Stream fil) => this.fil = fil;

    /// <summary>How many lines are laid aside.</summary>
    public long Antall { get; private set; }

    /// <param name="linje">The number of the line.</param>
    /// <param name="dokument">What the line holds.</param>
    /// <param name="tillegg">What is needed beside it.</param>
    public void Legg(int linje, ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> tillegg = default)
    {
        Span<byte> hode = stackalloc byte[Hode];
        BinaryPrimitives.WriteInt32LittleEndian(hode, linje);
        BinaryPrimitives.WriteInt32LittleEndian(hode[4..], dokument.Length);
        BinaryPrimitives.WriteInt32LittleEndian(hode[8..], tillegg.Length);
        try
        {
            fil.Write(hode);
            fil.Write(dokument);
            fil.Write(tillegg);
        }
        catch (IOException e)
        {
            throw new SpoolException(e);
        }

        Antall++;
    }

    /// <summary>Everything from the first, as often as needed: after a deadlock a unit of work is run again.</summary>
    public IEnumerable<Spoolpost> Les()
    {
        Begynn();
        var hode = new byte[Hode];
        while (Fyll(hode, slutt: true))
        {
            var dokument = new byte[BinaryPrimitives.ReadInt32LittleEndian(hode.AsSpan(4))];
            var tillegg = new byte[BinaryPrimitives.ReadInt32LittleEndian(hode.AsSpan(8))];
            Fyll(dokument, slutt: false);
            Fyll(tillegg, slutt: false);
            yield return new Spoolpost(BinaryPrimitives.ReadInt32LittleEndian(hode), dokument, tillegg);
        }
    }

    public void Dispose()
    {
        try
        {
            fil.Dispose();
        }
        catch (IOException)
        {
            // What could not be written was for nobody: the file is gone with the handle.
        }
    }

    private void Begynn()
    {
        try
        {
            fil.Position = 0; // writes what is still in memory
        }
        catch (IOException e)
        {
            throw new SpoolException(e);
        }
    }

    private bool Fyll(Span<byte> til, bool slutt)
    {
        try
        {
            var lest = fil.ReadAtLeast(til, til.Length, throwOnEndOfStream: !slutt);
            return lest == til.Length;
        }
        catch (IOException e)
        {
            throw new SpoolException(e);
        }
    }
}

/// <summary>One line that was laid aside.</summary>
public sealed record Spoolpost(int Linje, byte[] Dokument, byte[] Tillegg);
