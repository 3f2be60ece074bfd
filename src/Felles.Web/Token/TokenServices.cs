using Felles.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Felles.Web.Token;

public static class TokenServices
{
    /// <summary>Adds <see cref="TokenCheck"/>; the host adds the <see cref="ISigningKeySource"/> it is to believe.</summary>
    public static IServiceCollection AddTokenCheck(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFellesOptions<TokenOptions>(configuration, "Felles:Token");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(sp => new TokenCheck(
            sp.GetRequiredService<ISigningKeySource>(),
            sp.GetRequiredService<IOptions<TokenOptions>>().Value,
            sp.GetRequiredService<IOptions<FellesOptions>>().Value.PublicUrl,
            sp.GetRequiredService<TimeProvider>()));
        return services;
    }
}
