using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Klienter;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Contracts;

/// <summary>
/// The clients of this instance's environment. Questions are answered from memory; changes are durable before they are answered, together
/// with a record of who, when and why.
/// </summary>
public sealed class Klientregister
{
    private readonly Klientminne minne;
    private readonly Klientlager lager;
    private readonly Enheter enheter;

    internal Klientregister(Klientminne minne, Klientlager lager, Enheter enheter) =>
        (this.minne, this.lager, this.enheter) = (minne, lager, enheter);

    /// <summary>The client, active or not; null when this environment has none with the id.</summary>
    public Klient? Finn(string clientId) => minne.Finn(clientId);

    /// <summary>The clients of the organisation, active or not.</summary>
    public IReadOnlyList<Klient> ForVirksomhet(Organisasjonsnummer orgnr) => minne.ForVirksomhet(orgnr);

    /// <summary>Registers a client of an organisation in Enhetsregisteret. Its scopes must still be granted to the organisation.</summary>
    public async Task<Klientsvar> RegistrerAsync(NyKlient ny, Aktoer aktoer, CancellationToken ct = default)
    {
        var funn = Klientkontroll.Proev(ny);
        if (!await enheter.FinnesAsync(ny.Orgnr, ct))
            funn.Add(new(KlientFeilkoder.UkjentVirksomhet, "orgnr", KlientFeilkoder.UkjentVirksomhet.Tekst));
        return funn.Count > 0 ? new Klientsvar.Ugyldig(funn) : await lager.RegistrerAsync(ny, aktoer, ct);
    }

    /// <summary>Changes a client; where nothing is different, nothing is written.</summary>
    public Task<Klientsvar> EndreAsync(string clientId, Klientendring endring, Aktoer aktoer, CancellationToken ct = default)
    {
        var funn = Klientkontroll.Proev(endring, clientId);
        return funn.Count > 0
            ? Task.FromResult<Klientsvar>(new Klientsvar.Ugyldig(funn))
            : lager.EndreAsync(clientId, endring, aktoer, ct);
    }
}
