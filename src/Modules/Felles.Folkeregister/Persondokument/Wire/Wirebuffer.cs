namespace Felles.Folkeregister.Persondokument.Wire;

/// <summary>
/// Bytes being written, used again for the next document. What was written can be read, taken back and put in another order.
/// </summary>
internal sealed class Wirebuffer(int kapasitet)
{
    private byte[] buffer = new byte[kapasitet];

    public int Lengde { get; private set; }

    public ReadOnlySpan<byte> Skrevet => buffer.AsSpan(0, Lengde);

    public ReadOnlyMemory<byte> Minne => buffer.AsMemory(0, Lengde);

    public void Toem() => Lengde = 0;

    public void Tilbake(int lengde) => Lengde = lengde;

    public Span<byte> Plass(int antall)
    {
        if (buffer.Length - Lengde < antall)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Lengde + antall));
        return buffer.AsSpan(Lengde);
    }

    public void Brukt(int antall) => Lengde += antall;

    public void Tegn(byte tegn)
    {
        Plass(1)[0] = tegn;
        Lengde++;
    }

    public void Skriv(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Plass(bytes.Length));
        Lengde += bytes.Length;
    }

    /// <summary>Ends an object or array: the comma after its last value becomes the end, and a comma follows.</summary>
    public void Lukk(byte tegn)
    {
        if (buffer[Lengde - 1] == ',')
            buffer[Lengde - 1] = tegn;
        else
            Tegn(tegn);
        Tegn((byte)',');
    }

    public void Erstatt(int start, ReadOnlySpan<byte> bytes) => bytes.CopyTo(buffer.AsSpan(start));
}
