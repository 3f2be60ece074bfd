using System.Runtime.CompilerServices;

namespace Felles.Architecture.Tests;

/// <summary>Rules over types: what a module shows, what is sealed, and what nothing is called.</summary>
internal static class TypeRules
{
    private static readonly string[] BannedNames = ["Common", "Helper", "Helpers", "Util", "Utils", "Manager", "Core"];

    private static readonly string[] GeneratedNamespaces = ["AspNetCoreGenerated", "System.", "Microsoft."];

    /// <summary>A module shows AddX and MapX, its options, and its Contracts; all else is internal.</summary>
    public static IEnumerable<string> PublicBeyondContract(string module, IEnumerable<Type> types) =>
        from type in types
        where type.IsPublic && !IsGenerated(type)
        let contracts = $"{type.Namespace}.".StartsWith(module + ".Contracts.", StringComparison.Ordinal)
        let entrance = type.Namespace == module && (type.Name == module.Split('.')[^1] + "Modul" || type.Name.EndsWith("Options"))
        where !contracts && !entrance
        select $"{type.FullName} is public";

    /// <summary>Sealed by default. A class that others inherit is abstract; a closed result has a private constructor.</summary>
    public static IEnumerable<string> Unsealed(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !type.IsSealed && !type.IsAbstract && !IsGenerated(type)
        select $"{type.FullName} is neither sealed nor abstract";

    public static IEnumerable<string> BadlyNamed(IEnumerable<Type> types) =>
        from type in types
        where !IsGenerated(type)
        from word in BannedNames
        where type.Name.EndsWith(word, StringComparison.Ordinal) || type.Namespace!.Split('.').Contains(word)
        select $"{type.FullName} is called {word}";

    /// <summary>An interface earns its place by a second implementation, or by standing where a project may not see the one that serves
    /// it.</summary>
    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<Type> types) =>
        from type in types
        where type.IsInterface && !IsGenerated(type)
        let implementations = types.Where(t => t.IsClass && !t.IsAbstract && type.IsAssignableFrom(t)).ToList()
        where implementations.Count == 0 || (implementations.Count == 1 && implementations[0].Assembly == type.Assembly)
        select $"{type.FullName} has {implementations.Count} implementation(s)";

    private static bool IsGenerated(Type type) =>
        type.Namespace is null || type.Name.Contains('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.GetCustomAttributes(inherit: false).Any(a => a.GetType().Name.StartsWith("GeneratedCode", StringComparison.Ordinal))
        || GeneratedNamespaces.Any(start => type.Namespace.StartsWith(start, StringComparison.Ordinal));
}
