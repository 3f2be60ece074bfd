namespace Felles.Architecture.Tests.Examples;

// Each of these breaks one rule, so that the rules are seen to bite.

public sealed class PublicSurprise;

#pragma warning disable CA1852 // The point of the example is that it is not sealed.
internal class OpenClass;
#pragma warning restore CA1852

internal sealed class RegisterManager;

internal interface ILonely;

internal sealed class OnlyImplementation : ILonely;
