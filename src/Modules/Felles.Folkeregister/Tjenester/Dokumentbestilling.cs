using System.Buffers;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Tjenester;

/// <summary>The ids that a bulk look-up of persons' or events' documents asks for, each once, in the order of the request.</summary>
internal sealed class Dokumentbestilling : Listekropp
{
    /// <summary>Not documented; a client in the wild sends this many.</summary>
    public const int Maks = 1000;

    private readonly List<Dokumentidentifikator> ider = new(64);

    private Dokumentbestilling()
        : base("dokumentidentifikator", 36, Maks, "dokumenter")
    {
    }

    protected override string Krav => "er verken 32 heksadesimale sifre eller en UUID.";

    public static (IReadOnlyList<Dokumentidentifikator>? Ider, Avvisning? Avvisning) Les(
        in ReadOnlySequence<byte> kropp, Svarformat format)
    {
        var bestilling = new Dokumentbestilling();
        var avvisning = bestilling.LesInn(kropp, format);
        return avvisning is null ? ([.. bestilling.ider.Distinct()], null) : (null, avvisning);
    }

    protected override bool TryLeggTil(ReadOnlySpan<byte> tekst)
    {
        if (!Dokumentidentifikator.TryParse(tekst, out var id))
            return false;
        ider.Add(id);
        return true;
    }
}
