using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Web.Scopevern;

/// <summary>APIs whose calls are opened each by scopes of its own, for the organisation of the token.</summary>
public static class ScopevernRuter
{
    /// <summary>
    /// A group of routes whose handlers return an <see cref="IResult"/> that tells its status code. Routes without
    /// <see cref="KreverScope{T}"/> are open to all.
    /// </summary>
    /// <param name="routes">Where the group is mapped.</param>
    /// <param name="rot">The start of its paths.</param>
    /// <param name="tjeneste">Its name in the look-up log.</param>
    /// <param name="form">The form of its refusals; null for ours.</param>
    public static RouteGroupBuilder MapScopevern(
        this IEndpointRouteBuilder routes, string rot, string tjeneste, Func<Problemsvar, IResult>? form = null)
    {
        var gruppe = routes.MapGroup(rot);
        gruppe.AddEndpointFilter(new Scopevakt(tjeneste, form, routes.ServiceProvider));
        gruppe.WithTags(tjeneste);
        return gruppe;
    }

    /// <summary>The call needs one of these scopes, in the token and granted now.</summary>
    public static T KreverScope<T>(this T rute, params string[] ettAv)
        where T : IEndpointConventionBuilder => rute.WithMetadata(new Scopekrav(ettAv));
}
