using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>A host that refuses everybody because its access state is old should get no traffic.</summary>
internal sealed class Tilgangshelse(Tilgangskontroll kontroll) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(kontroll.ErUtdatert
            ? HealthCheckResult.Unhealthy("the access state of this host has not been confirmed for too long")
            : HealthCheckResult.Healthy());
}
