using Felles.Maskinporten.Token;

namespace Felles.Maskinporten.Sandkasse.Forklaring;

/// <summary>Runs the token endpoint's own checks over a request, gives nothing, and tells how far it came.</summary>
internal sealed class Assertionforklaring(Tokenrekkefoelge rekkefoelge, MaskinportenOptions options, TimeProvider clock)
{
    private static readonly Stegtekst Innhold =
        new("size", "The request is at most 64 kB.", "Felles, differences from production: Maskinporten");

    /// <param name="contentType">As the token endpoint got it.</param>
    /// <param name="skjema">The form; null when it was too long to be read.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Forklaringssvar> ForklarAsync(string? contentType, byte[]? skjema, CancellationToken ct)
    {
        if (skjema is null)
            return Forklaringssvar.Av("assertion", [Innhold, .. Steg()], 0, Avslag.UgyldigParameter, "");
        using var forespoersel = new Tokenforespoersel(contentType, skjema, clock.GetUtcNow(), "", bareForklar: true);
        var bestaatt = 0;
        var avslag = await rekkefoelge.ProevAsync(forespoersel, ct, _ => bestaatt++);
        return Forklaringssvar.Av("assertion", Steg(), bestaatt, avslag, avslag is null ? Godtatt(forespoersel) : "");
    }

    private Stegtekst[] Steg() => [.. rekkefoelge.Steg.Select(s => Stegtekster.For(s.GetType()))];

    private string Godtatt(Tokenforespoersel f) =>
        $"Accepted: {f.Konsument} would get a token for {string.Join(' ', f.Scopes.Select(s => s.Navn))} that lives "
        + $"{Tokenlevetid.Sekunder(f.Klient, f.Scopes, options)} seconds; the client authenticates by {f.Amr}."
        + (f.Jti is null ? " The assertion has no jti, so it could be played again until it expires." : "");
}
