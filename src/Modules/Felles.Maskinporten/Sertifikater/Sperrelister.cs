using System.Collections.Concurrent;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// The revocation lists this host has, each by where it comes from. Asked for every token, so nothing is fetched here: what is not in
/// memory is not known.
/// </summary>
internal sealed class Sperrelister(SertifikatOptions options)
{
    private readonly ConcurrentDictionary<string, Sperreliste> lister = new(StringComparer.Ordinal);

    public Sperreliste? Fra(string kilde) => lister.GetValueOrDefault(kilde);

    /// <summary>
    /// Takes a list in place of the one before it from the same source, unless it is older: an old list played again must not free what
    /// was revoked since.
    /// </summary>
    public bool Ta(string kilde, Sperreliste ny) => ReferenceEquals(
        ny, lister.AddOrUpdate(kilde, static (_, ny) => ny, static (_, gammel, ny) => ny.Fra >= gammel.Fra ? ny : gammel, ny));

    /// <returns>Why the certificate is not to be believed; null when it is.</returns>
    public string? Avvis(Kjedeledd ledd, DateTimeOffset naa)
    {
        var (kjent, gyldig) = (false, false);
        foreach (var (_, liste) in lister)
        {
            if (!liste.Gjelder(ledd))
                continue;
            if (liste.Sperret.Contains(ledd.Serienummer))
                return $"The certificate {ledd.Serienummer} ({ledd.Navn}) is on its issuer's revocation list.";
            kjent = true;
            gyldig |= liste.ErGyldig(naa);
        }

        if (gyldig || options.GodtaUtenSperreliste)
            return null;
        return kjent
            ? $"The revocation list of the issuer of {ledd.Navn} is out of date, so it is not known whether the certificate still holds."
            : $"There is no revocation list of the issuer of {ledd.Navn}, so it is not known whether the certificate still holds.";
    }
}
