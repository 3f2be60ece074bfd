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
            var faults = Faults(section, options).ToArray();
            // Thrown and not returned: whoever asks first, also a service that is made before the steps run, stops with the same message.
            return faults.Length > 0
                ? throw new InvalidSettingException(string.Join(Environment.NewLine, faults))
                : ValidateOptionsResult.Success;
        }

        private static IEnumerable<string> Faults(string path, object options)
        {
            var faults = new List<ValidationResult>();
            Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
            foreach (var fault in faults)
                yield return fault.MemberNames.FirstOrDefault() is { } member ? $"{path}:{member}: {fault.ErrorMessage}" : fault.ErrorMessage!;
            foreach (var property in options.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            {
                var value = property.GetValue(options);
                if (property.PropertyType.IsEnum && !Enum.IsDefined(property.PropertyType, value!))
                    yield return $"{path}:{property.Name}: Must be one of {string.Join(", ", Enum.GetNames(property.PropertyType))}.";
                // The validator judges the outermost object alone.
                foreach (var (part, inner) in Parts(property.Name, value))
                {
                    foreach (var fault in Faults($"{path}:{part}", inner)) yield return fault;
                }
            }
        }

        private static IEnumerable<(string Path, object Value)> Parts(string name, object? value) => value switch
        {
            null or string => [],
            IEnumerable<object> list => list.Select((item, i) => ($"{name}:{i}", item)).Where(part => IsOptions(part.item)),
            _ => IsOptions(value) ? [(name, value)] : [],
        };

        private static bool IsOptions(object value) =>
            value.GetType() is { IsClass: true } type && type.Assembly == typeof(TOptions).Assembly;
    }
}

/// <summary>Forces one options class to be bound and judged.</summary>
internal sealed record CheckedOptions(Action<IServiceProvider> Check);
