using Felles.Folkeregister.Svar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Addresses below <c>/folkeregisteret/</c> that are no service, or not in that package: 404 with the service's own body. Nobody's data and
/// nobody's right is concerned, so there is no look-up log entry.
/// </summary>
internal static class UkjentEndpoint
{
    public static void Map(IEndpointRouteBuilder ruter) =>
        ruter.Map("/folkeregisteret/{**sti}", (RequestDelegate)UtenforTjenesten.UkjentTjenesteAsync).ExcludeFromDescription();
}
