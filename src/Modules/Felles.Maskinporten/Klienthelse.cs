using Felles.Tilgang.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Felles.Maskinporten;

/// <summary>A host that gives no tokens because it may not know which clients are closed should get no traffic.</summary>
internal sealed class Klienthelse(Endringsfoelger foelger, Tilgangskontroll tilgang) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tilgang.ErForGammel(foelger.Behind)
            ? HealthCheckResult.Unhealthy("what this host knows of clients and keys has not been confirmed for too long")
            : HealthCheckResult.Healthy());
}
