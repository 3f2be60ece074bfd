using System.Collections.Concurrent;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;

namespace Felles.Maskinporten.Klienter;

/// <summary>
/// The clients on this host. A client is only ever replaced by a newer version, so it does not matter in which order the local change,
/// the log and a full load arrive.
/// </summary>
internal sealed class Klientminne(Endringsvarsel varsel)
{
    private readonly ConcurrentDictionary<string, Klient> klienter = new(StringComparer.Ordinal);

    public Klient? Finn(string clientId) => klienter.GetValueOrDefault(clientId);

    public IReadOnlyList<Klient> ForVirksomhet(Organisasjonsnummer orgnr) =>
        [.. klienter.Values.Where(k => k.Orgnr == orgnr).OrderBy(k => k.ClientId, StringComparer.Ordinal)];

    public void Ta(Klient ny)
    {
        var tatt = klienter.AddOrUpdate(
            ny.ClientId, static (_, ny) => ny, static (_, gammel, ny) => ny.Versjon > gammel.Versjon ? ny : gammel, ny);
        if (ReferenceEquals(tatt, ny))
            varsel.Meld();
    }
}
