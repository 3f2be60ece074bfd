using System.Text.RegularExpressions;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>Judges the subscribers when the program starts. The message names the setting and never a secret or an address.</summary>
internal sealed partial class Webhookkontroll(IOptions<FellesOptions> felles) : IValidateOptions<FolkeregisterOptions>
{
    private const string Seksjon = $"{FolkeregisterOptions.Section}:{nameof(FolkeregisterOptions.Webhooks)}";

    /// <exception cref="InvalidSettingException">A subscriber is wrong.</exception>
    public ValidateOptionsResult Validate(string? name, FolkeregisterOptions options)
    {
        var feil = Feil(options.Webhooks).ToArray();
        // Thrown and not returned, as for every other setting.
        return feil.Length > 0
            ? throw new InvalidSettingException(string.Join(Environment.NewLine, feil))
            : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Feil(WebhookOptions[] abonnenter)
    {
        // Case folds: two that differ by case alone would be one in some monitoring systems.
        var navn = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (nr, abonnent) in abonnenter.Index())
        {
            if (!Navnemoenster().IsMatch(abonnent.Navn))
                yield return Om(nr, nameof(abonnent.Navn), "Must be 1 to 64 letters, digits, dots, hyphens and underscores.");
            else if (!navn.Add(abonnent.Navn))
                yield return Om(nr, nameof(abonnent.Navn), $"{abonnent.Navn} is there twice.");
            if (!Organisasjonsnummer.TryParse(abonnent.Orgnr, out _))
                yield return Om(nr, nameof(abonnent.Orgnr), "Must be an organisation number.");
            if (Rettighetspakke.MedNavn(abonnent.Pakke) is null)
                yield return Om(
                    nr, nameof(abonnent.Pakke), $"Must be one of {string.Join(", ", Rettighetspakke.Alle.Select(pakke => pakke.Navn))}.");
            if (Adressefeil(abonnent.Url) is { } adressefeil)
                yield return Om(nr, nameof(abonnent.Url), adressefeil);
            if (abonnent.Hemmelighet.Length < WebhookOptions.MinstHemmelighet)
                yield return Om(nr, nameof(abonnent.Hemmelighet), $"Must have at least {WebhookOptions.MinstHemmelighet} characters.");
        }
    }

    private string? Adressefeil(string adresse)
    {
        if (!Uri.TryCreate(adresse, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return "Must be an https address.";
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return "Must be an address without user name, password and fragment.";
        if (url.Scheme == Uri.UriSchemeHttps)
            return null;
        if (!felles.Value.IsSandkasse)
            return "Must be an https address: Felles:Mode is Produksjon.";
        return url.IsLoopback ? null : "Must be an https address; http is for this machine alone.";
    }

    private static string Om(int nr, string felt, string tekst) => $"{Seksjon}:{nr}:{felt}: {tekst}";

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex Navnemoenster();
}
