using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Felles.Portal.Delt;

/// <summary>
/// The first language of <c>Accept-Language</c> that the pages have. Only the primary subtag counts (RFC 4647 §3.4 would look it up through
/// the culture data that this program runs without): en-GB is English, and Norwegian of any kind is bokmål.
/// </summary>
internal sealed class Spraakvalg : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var preferred = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant() switch
            {
                "nb" or "no" or "nn" => "nb",
                "en" => "en",
                _ => null,
            })
            .FirstOrDefault(language => language is not null);
        return Task.FromResult(preferred is null ? null : new ProviderCultureResult(preferred));
    }
}
