using System.Buffers;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Arkiv;

/// <summary>The document ids a bulk look-up in the archive asks for, in request order.</summary>
internal sealed class Arkivbestilling : Listekropp
{
    /// <summary>Not documented; a client in the wild sends this many.</summary>
    public const int Maks = 1000;

    private readonly List<Dokumentidentifikator> ider = new(64);

    private Arkivbestilling()
        : base("dokumentidentifikator", 36, Maks, "dokumenter")
    {
    }

    public IReadOnlyList<Dokumentidentifikator> Ider => ider;

    protected override string Krav => "er verken 32 heksadesimale sifre eller en UUID.";

    public static (Arkivbestilling? Bestilling, Avvisning? Avvisning) Les(in ReadOnlySequence<byte> kropp, Svarformat format)
    {
        var bestilling = new Arkivbestilling();
        var avvisning = bestilling.LesInn(kropp, format);
        return avvisning is null ? (bestilling, null) : (null, avvisning);
    }

    protected override bool TryLeggTil(ReadOnlySpan<byte> tekst)
    {
        if (!Dokumentidentifikator.TryParse(tekst, out var id))
            return false;
        ider.Add(id);
        return true;
    }
}
