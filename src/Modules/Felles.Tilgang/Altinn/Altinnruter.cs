using Felles.Tilgang.Contracts;
using Felles.Web.Scopevern;
using Microsoft.AspNetCore.Routing;

namespace Felles.Tilgang.Altinn;

/// <summary><c>/altinn/accessmanagement/api/v1</c>: delegation, with Altinn's paths, scopes and refusals.</summary>
internal static class Altinnruter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var altinn = routes.MapScopevern("/altinn/accessmanagement/api/v1", "altinn", avslag => new Altinnproblem(avslag));
        Delegeringsoppslag.Map(altinn);
        var konsument = new Delegeringssideruter(Delegeringsside.Konsument);
        konsument.Map(altinn);
        Delegeringsgiverruter.Map(altinn, konsument);
        new Delegeringssideruter(Delegeringsside.Leverandoer).Map(altinn);
    }
}
