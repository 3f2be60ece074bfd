using Felles.Storage;
using Felles.Storage.PostgreSql;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.Extensions.Options;

namespace Felles.Host.Nullstilling;

/// <summary>
/// <c>POST /felles/api/v1/nullstill</c>: empties the sandbox and starts it again. In production the route does not exist.
/// </summary>
internal static class Nullstillingsrute
{
    public static void MapNullstilling(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<FellesOptions>>().Value.IsSandkasse)
            return;
        app.MapAdministrasjon().MapPost("/nullstill", async (HttpContext http, Nullstillingsoenske oenske, HostLock laas) =>
            {
                // The others would go on with caches and followers of what is gone.
                if (await laas.OthersRunAsync(http.RequestAborted))
                    return Problemsvar.Av(StatusCodes.Status409Conflict, Nullstillingsfeilkoder.AndreKjoerer);
                // Asked for when the answer is out: the server would otherwise stop while it writes.
                http.Response.OnCompleted(() =>
                {
                    oenske.Be();
                    return Task.CompletedTask;
                });
                return (IResult)TypedResults.StatusCode(StatusCodes.Status202Accepted);
            })
            .WithName("nullstill")
            .WithSummary("Empty the sandbox and make it anew. The host stops, and answers again when the new population is ready.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
