namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>Writes into room that is known to be enough: an answer is never longer than the document it is cut from.</summary>
internal ref struct Snittskriver(Span<byte> plass)
{
    private readonly Span<byte> plass = plass;

    public int Lengde { get; private set; }

    /// <summary>Takes back what was written after a place.</summary>
    public void Spol(int lengde) => Lengde = lengde;

    public void Tegn(byte tegn) => plass[Lengde++] = tegn;

    public void Skriv(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(plass[Lengde..]);
        Lengde += bytes.Length;
    }
}
