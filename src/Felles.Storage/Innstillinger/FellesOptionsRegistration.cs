using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Felles.Storage;

public static class FellesOptionsRegistration
{
    /// <summary>
    /// Binds <typeparamref name="TOptions"/> to <paramref name="section"/> (such as <c>Felles:Maskinporten</c>), judges it by its data
    /// annotations when the program starts, and makes its keys known: any other key under <c>Felles:</c> stops the start.
    /// </summary>
    public static IServiceCollection AddFellesOptions<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        Known(services).Add(section, typeof(TOptions));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupStep, SettingsCheck>());
        services.AddOptions<TOptions>()
            .Configure(options => Bind(configuration.GetSection(section), options))
            .Services.AddSingleton<IValidateOptions<TOptions>>(new AnnotatedOptions<TOptions>(section));
        services.AddSingleton(new CheckedOptions(provider => _ = provider.GetRequiredService<IOptions<TOptions>>().Value));
        return services;
    }

    private static KnownSettings Known(IServiceCollection services)
    {
        if (services.FirstOrDefault(
            s => s.ServiceType == typeof(KnownSettings))?.ImplementationInstance is KnownSettings known) return known;
        known = new KnownSettings();
        services.AddSingleton(known);
        return known;
    }

    private static void Bind<TOptions>(IConfigurationSection section, TOptions options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // The binder's message has the full key and the value: "Failed to convert configuration value 'x' at 'Felles:Population:Size'
            // to type …".
            throw new InvalidSettingException(e.Message, e);
        }
    }

    private sealed class AnnotatedOptions<TOptions>(string section) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var faults = new List<ValidationResult>();
            Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
            var enums = typeof(TOptions).GetProperties().Where(p => p.PropertyType.IsEnum);
            foreach (var property in enums.Where(p => !Enum.IsDefined(p.PropertyType, p.GetValue(options)!)))
                faults.Add(new ValidationResult($"Must be one of {string.Join(", ", Enum.GetNames(property.PropertyType))}.", [property.Name]));
            // Thrown and not returned: whoever asks first, also a service that is made before the steps run, stops with the same message.
            if (faults.Count > 0)
            {
                throw new InvalidSettingException(string.Join(
                    Environment.NewLine,
                        faults.Select(
                        f => f.MemberNames.FirstOrDefault() is { } member ? $"{section}:{member}: {f.ErrorMessage}" : f.ErrorMessage!)));
            }

            return ValidateOptionsResult.Success;
        }
    }
}

/// <summary>Forces one options class to be bound and judged.</summary>
internal sealed record CheckedOptions(Action<IServiceProvider> Check);
