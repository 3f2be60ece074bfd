using System.Collections.Frozen;

namespace Felles.Maskinporten.Noekler;

/// <summary>The token server's keys on this host: the one that signs, and all that are published.</summary>
internal sealed class Noekkelring(Endringsvarsel varsel, TimeProvider clock)
{
    private volatile Innhold? innhold;

    /// <summary>The key that signs.</summary>
    public Signeringsnoekkel Gjeldende => Lest.Gjeldende;

    /// <summary>The key that signs, the one that comes after it and the retired ones whose tokens may be alive.</summary>
    public IEnumerable<Signeringsnoekkel> Publiserte
    {
        get
        {
            var naa = clock.GetUtcNow();
            return Lest.Alle.Where(n => n.PubliseresTil is null || n.PubliseresTil > naa);
        }
    }

    private Innhold Lest => innhold ?? throw new InvalidOperationException("The signing keys have not been read yet.");

    public Signeringsnoekkel? Finn(string kid) =>
        Lest.EtterKid.GetValueOrDefault(kid) is { } noekkel && (noekkel.PubliseresTil is not { } til || til > clock.GetUtcNow())
            ? noekkel : null;

    public void Ta(IReadOnlyList<Signeringsnoekkel> noekler)
    {
        var ny = new Innhold(
            noekler.Single(n => n.Tilstand == Signeringsrad.Gjeldende), noekler,
                noekler.ToFrozenDictionary(n => n.Kid, StringComparer.Ordinal));
        var gammel = innhold;
        innhold = ny;
        if (gammel is null || !gammel.EtterKid.Keys.ToHashSet().SetEquals(ny.EtterKid.Keys))
            varsel.Meld();
    }

    private sealed record Innhold(
        Signeringsnoekkel Gjeldende, IReadOnlyList<Signeringsnoekkel> Alle, FrozenDictionary<string, Signeringsnoekkel> EtterKid);
}
