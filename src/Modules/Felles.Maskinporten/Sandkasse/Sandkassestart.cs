using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Sandkasse;

/// <summary>
/// Registers one client for each organisation of the sandbox, and leaves its key in <c>felles-data/klienter</c>. A file whose client is
/// registered is never touched: programs have been told its contents.
/// </summary>
internal sealed class Sandkassestart(Klientregister klienter, Maskinportenoppsett oppsett, TimeProvider clock) : IStartupStep
{
    private const int Bits = 2048;

    private static readonly Aktoer Start = Aktoer.Program("clients of the sandbox at start");

    private static readonly TimeSpan Fornyelse = TimeSpan.FromDays(30);

    public int Order => 30;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!oppsett.ErSandkasse)
            return;
        var mappe = Path.Combine(oppsett.DataDirectory, "klienter");
        Directory.CreateDirectory(mappe);
        // Searching for primes takes most of the time here, and each client has its own.
        await Task.WhenAll(
            Sandkassevirksomhet.Alle.Select(v => Task.Run(() => LagAsync(v, Path.Combine(mappe, v.Navn + ".json"), ct), ct)));
    }

    private async Task LagAsync(Sandkassevirksomhet virksomhet, string sti, CancellationToken ct)
    {
        var fil = Klientfil.Les(sti);
        var registrert = fil is null ? null : klienter.Finn(fil.ClientId);
        if (registrert?.Noekkel(fil!.Jwk.Kid) is { } noekkel
            && noekkel.ErSamme(Klienter.Noekkelkontroll.Parametre(fil.Jwk.Offentlig()) ?? default))
        {
            // The key of a sandbox that has lived for a year must not stop it.
            if (noekkel.Utloeper - clock.GetUtcNow() < Fornyelse)
                Krev(virksomhet, await klienter.EndreAsync(fil.ClientId, new() { Noekler = [fil.Jwk.Offentlig()] }, Start, ct));
            return;
        }

        // A file from before the database was emptied keeps its id and key.
        var (clientId, jwk) = fil is not null && registrert is null
            ? (fil.ClientId, fil.Jwk)
            : (Guid.CreateVersion7(clock.GetUtcNow()).ToString(), PrivatJwk.Ny(Bits));
        JsonWebKey[] noekler = [jwk.Offentlig()];
        var navn = $"{virksomhet.Navn} ({virksomhet.Organisasjonsnavn})";
        Krev(virksomhet, await klienter.RegistrerAsync(
            new NyKlient(navn, virksomhet.Organisasjonsnummer, virksomhet.Klientscopes, noekler, ClientId: clientId), Start, ct));
        new Klientfil(
            virksomhet.Navn,
            virksomhet.Organisasjonsnummer.ToWire(),
            virksomhet.Organisasjonsnavn,
            virksomhet.Virksomhetstype,
            clientId,
            virksomhet.Klientscopes,
            jwk).Skriv(sti);
    }

    private static void Krev(Sandkassevirksomhet virksomhet, Klientsvar svar) => svar.Match(
        _ => true,
        () => throw new InvalidOperationException($"The client {virksomhet.Navn} vanished while it was renewed."),
        funn => throw new InvalidOperationException(
            $"The client {virksomhet.Navn} could not be registered: {string.Join("; ", funn.Select(f => $"{f.Sti}: {f.Melding}"))}"));
}
