using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;

namespace Felles.Tilgang.Tests;

/// <summary>Organisations for tests.</summary>
internal static class Virksomheter
{
    private static readonly int[] Vekter = [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>The sandbox organisation of this client.</summary>
    public static Organisasjonsnummer Sandkasse(string navn) => Sandkassevirksomhet.Alle.Single(v => v.Navn == navn).Organisasjonsnummer;

    /// <summary>Registers the first <paramref name="antall"/> numbers from 320 000 000.</summary>
    public static async Task<Organisasjonsnummer[]> RegistrerAsync(this Tilgangsvert vert, int antall)
    {
        var numre = Enumerable.Range(32_000_000, int.MaxValue - 32_000_000).Select(MedKontrollsiffer).OfType<Organisasjonsnummer>()
            .Take(antall).ToArray();
        await vert.Enheter.LastInnAsync(numre.Select(n => new Enhet
        {
            Organisasjonsnummer = n,
            Navn = $"TIGER {n}",
            Organisasjonsform = Organisasjonsform.MedKode("AS"),
        }));
        return numre;
    }

    private static Organisasjonsnummer? MedKontrollsiffer(int aatte)
    {
        var tekst = aatte.ToString();
        var rest = (11 - (tekst.Select((c, i) => (c - '0') * Vekter[i]).Sum() % 11)) % 11;
        return rest < 10 && Organisasjonsnummer.TryParse(tekst + rest, out var nummer) ? nummer : null;
    }
}
