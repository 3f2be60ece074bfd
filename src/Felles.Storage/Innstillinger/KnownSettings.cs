using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Felles.Storage;

/// <summary>
/// Which keys under <c>Felles:</c> somebody reads. A key that nobody reads is a misspelt one, and the program says so instead of ignoring
/// it.
/// </summary>
internal sealed class KnownSettings
{
    private readonly Dictionary<string, Type> _sections = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string section, Type type) => _sections[section] = type;

    /// <summary>The full names of the keys that no options class has, in the order of the configuration.</summary>
    public IReadOnlyList<string> Unknown(IConfiguration configuration)
    {
        var unknown = new List<string>();
        foreach (var child in configuration.GetSection(FellesOptions.Section).GetChildren()) Judge(child, unknown);
        return unknown;
    }

    private void Judge(IConfigurationSection section, List<string> unknown)
    {
        var children = section.GetChildren().ToArray();
        foreach (var child in children) Judge(child, unknown);
        if ((children.Length == 0 || section.Value is not null) && !IsRead(section.Path)) unknown.Add(section.Path);
    }

    private bool IsRead(string path) => _sections.Any(s =>
        path.StartsWith(s.Key + ":", StringComparison.OrdinalIgnoreCase) && HasMember(s.Value, path[(s.Key.Length + 1)..].Split(':')));

    private static bool HasMember(Type type, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return IsLeaf(type);
        if (Element(type) is { } element) return path.Length == 1 ? IsLeaf(element) : HasMember(element, path[1..]);
        var property = type.GetProperty(path[0], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is not null && (property.CanWrite || Element(property.PropertyType) is not null)
            && HasMember(property.PropertyType, path[1..]);
    }

    private static bool IsLeaf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        // A list may be set as a whole to nothing, and an array from the environment may be an empty text.
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || Element(type) is not null
            || type.Namespace == nameof(System);
    }

    /// <summary>What a list or dictionary holds: the next part of the key is then an index or any name.</summary>
    private static Type? Element(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        if (type.IsArray) return type.GetElementType();
        return type.IsGenericType ? type.GetGenericArguments()[^1] : null;
    }
}
