using Felles.Folkeregister.Contracts;
using Felles.Kernel.Identifikatorer;

namespace Felles.Portal.Utvikler;

/// <summary>The call that works when pasted: a token for the sandbox municipality, and a person of the register.</summary>
public static class FoersteKall
{
    // One of the fixed identities, so that the same line works on every machine.
    private static readonly Folkeregisteridentifikator Fast = Folkeregisteridentifikator.FromValue(24907999374);

    /// <summary>Null when the register has nobody to ask for.</summary>
    public static async ValueTask<string?> FinnAsync(Personer personer, string publicUrl, CancellationToken ct)
    {
        if (await personer.FinnAsync(Fast, ct) is not null)
            return Curl(publicUrl, Fast);
        var eksempler = await personer.EksemplerAsync(ct);
        return eksempler.Count == 0 ? null : Curl(publicUrl, eksempler[0].Identifikator);
    }

    private static string Curl(string publicUrl, Folkeregisteridentifikator person) =>
        $"curl -H \"Authorization: Bearer $(curl -s {publicUrl}/sandkasse/token/kommune)\" "
        + $"{publicUrl}/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/{person.ToWire()}";
}
