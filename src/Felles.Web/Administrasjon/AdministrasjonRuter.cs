using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Web.Administrasjon;

/// <summary>
/// The administration API: everything that imports, creates or changes rights. Each module maps its routes into a group made here, so that
/// the same token is needed everywhere and every call, refused ones too, is in the look-up log before it is answered.
/// </summary>
public static class AdministrasjonRuter
{
    public const string Rot = "/felles/api/v1";

    /// <summary>The scope that every call needs.</summary>
    public const string Scope = "felles:drift";

    /// <summary>A group of routes below <see cref="Rot"/>. Handlers return an <see cref="IResult"/> that tells its status code.</summary>
    public static RouteGroupBuilder MapAdministrasjon(this IEndpointRouteBuilder routes)
    {
        var gruppe = routes.MapGroup(Rot);
        gruppe.AddEndpointFilter<Administrasjonsfilter>();
        gruppe.WithTags("administrasjon");
        return gruppe;
    }
}
