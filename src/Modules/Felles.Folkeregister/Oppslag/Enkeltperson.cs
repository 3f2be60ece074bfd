using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Oppslag;

/// <summary>Cuts the one person of a call as it is read.</summary>
internal sealed class Enkeltperson(Pakkeplan plan, Svarformat format) : IPersonmottaker, IDisposable
{
    private readonly Svarbuffer buffer = Svarbuffer.Lei();
    private readonly long[] personer = new long[1];
    private readonly Dokumentidentifikator[] dokumenter = new Dokumentidentifikator[1];

    public ReadOnlyMemory<byte> Svar => buffer.Skrevet;

    public ulong Elementgrupper { get; private set; }

    public ReadOnlyMemory<long> Personer => personer;

    public ReadOnlyMemory<Dokumentidentifikator> Dokumenter => dokumenter;

    public void Motta(in Personrad rad)
    {
        personer[0] = rad.Personnoekkel;
        dokumenter[0] = Dokumentidentifikator.FromBytes(rad.Dokumentid);
        if (format == Svarformat.Xml)
            buffer.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8);
        Elementgrupper = Personsvar.Skriv(plan, rad, format, buffer);
    }

    public void Dispose() => buffer.LeverTilbake();
}
