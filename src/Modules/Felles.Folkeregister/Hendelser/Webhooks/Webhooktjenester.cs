using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>What sends new events to those in <c>Felles:Folkeregister:Webhooks</c>.</summary>
internal static class Webhooktjenester
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<FolkeregisterOptions>, Webhookkontroll>();
        services.AddSingleton<Webhookmaaling>();
        services.AddSingleton<Webhookpekere>();
        services.AddSingleton<Webhooksender>();
        services.AddSingleton<Webhookdel>();
        services.AddHostedService<Webhookutsending>();
    }
}
