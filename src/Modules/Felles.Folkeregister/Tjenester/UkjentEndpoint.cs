using Felles.Folkeregister.Svar;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Addresses below <c>/folkeregisteret/</c> that are no service, or not in that package: 404 with the service's own body. Nobody's data and
/// nobody's right is concerned, so there is no look-up log entry. The fixed addresses of all services are named one by one, in every
/// package and for every method without a service: else <c>personer/xsd</c> would be taken for the look-up of a person with that number.
/// </summary>
internal static class UkjentEndpoint
{
    public static void Map(IEndpointRouteBuilder ruter)
    {
        foreach (var sti in Tjeneste.FasteStier().Append("/folkeregisteret/{**sti}"))
            ruter.Map(sti, (RequestDelegate)UtenforTjenesten.UkjentTjenesteAsync).ExcludeFromDescription();
        foreach (var feed in Tjeneste.Finn("hendelser", Oppslagstype.Hendelser))
            ruter.Map(feed.Rute + "/{ledd}/{**sti}", (RequestDelegate)UtenforTjenesten.UkjentIFeedAsync).ExcludeFromDescription();
    }
}
