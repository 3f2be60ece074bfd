using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Last;

/// <summary>Persons on their way into the store: all bytes in one array, used again for the next ones.</summary>
internal sealed class Lastbunke
{
    /// <summary>One commit: numbers come in random order, so every one of them writes most of their index.</summary>
    public const int Full = 2000;

    private byte[] bytes = new byte[12 * 1024 * 1024];
    private int lengde;

    public List<Lastrad> Rader { get; } = new(Full);

    /// <summary>Withdrawn numbers: (number, current number, person key).</summary>
    public List<(long Tidligere, long Gjeldende, long Personnoekkel)> Pekere { get; } = [];

    public List<(long Personnoekkel, Navnerad Rad)> Navn { get; } = new(Full * 4);

    public List<(long Personnoekkel, Adresserad Rad)> Adresser { get; } = new(Full * 2);

    public List<(long Personnoekkel, Nummerrad Rad)> Numre { get; } = [];

    public bool ErFull => Rader.Count >= Full;

    public void Toem()
    {
        lengde = 0;
        Rader.Clear();
        Pekere.Clear();
        Navn.Clear();
        Adresser.Clear();
        Numre.Clear();
    }

    /// <summary>Room for a document and its index, to be written before the next call.</summary>
    public Memory<byte> Plass(int antall)
    {
        if (bytes.Length - lengde < antall)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, lengde + antall));
        return bytes.AsMemory(lengde, antall);
    }

    public void Legg(long personnoekkel, Personnumre numre, int dokument, int indeks, Soekeleser soek)
    {
        Rader.Add(new Lastrad(numre.Gjeldende, personnoekkel, lengde, dokument, indeks, soek.Person));
        foreach (var rad in soek.Navn)
            Navn.Add((personnoekkel, rad));
        foreach (var rad in soek.Adresser)
            Adresser.Add((personnoekkel, rad));
        foreach (var rad in soek.Numre)
            Numre.Add((personnoekkel, rad));
        foreach (var tidligere in numre.Tidligere)
            Pekere.Add((tidligere, numre.Gjeldende, personnoekkel));
        lengde += dokument + indeks;
    }

    public ReadOnlyMemory<byte> Dokument(in Lastrad rad) => bytes.AsMemory(rad.Start, rad.Dokument);

    public ReadOnlyMemory<byte> Indeks(in Lastrad rad) => bytes.AsMemory(rad.Start + rad.Dokument, rad.Indeks);
}

internal readonly record struct Lastrad(long Identifikator, long Personnoekkel, int Start, int Dokument, int Indeks, Soekerad Soek)
{
    /// <summary>0 where the document has no current status.</summary>
    public short Status => Statuskode(Soek.Status);

    public static short Statuskode(Personstatus? status) => status is { } s ? (short)(s + 1) : (short)0;
}
