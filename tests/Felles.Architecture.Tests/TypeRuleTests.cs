using Felles.Architecture.Tests.Examples;

namespace Felles.Architecture.Tests;

public sealed class TypeRuleTests
{
    private static readonly Type[] Examples =
        [typeof(PublicSurprise), typeof(OpenClass), typeof(RegisterManager), typeof(ILonely), typeof(OnlyImplementation)];

    [Fact]
    public void A_module_shows_only_its_entrance_its_options_and_its_contracts() =>
        Assert.Empty(Solution.Modules.SelectMany(m => TypeRules.PublicBeyondContract(m.GetName().Name!, m.GetTypes())));

    [Fact]
    public void Classes_are_sealed_or_abstract() =>
        Assert.Empty(Solution.Assemblies.SelectMany(a => TypeRules.Unsealed(a.GetTypes())));

    [Fact]
    public void Nothing_is_a_drawer_for_loose_things() =>
        Assert.Empty(Solution.Assemblies.SelectMany(a => TypeRules.BadlyNamed(a.GetTypes())));

    [Fact]
    public void Interfaces_have_a_second_implementation() =>
        Assert.Empty(TypeRules.LonelyInterfaces([.. Solution.Assemblies.SelectMany(a => a.GetTypes())]));

    [Fact]
    public void A_public_class_outside_the_contracts_is_found() =>
        Assert.Contains(TypeRules.PublicBeyondContract("Felles.Architecture.Tests", Examples), v => v.Contains(nameof(PublicSurprise)));

    [Fact]
    public void An_unsealed_class_is_found() =>
        Assert.Equal([$"{typeof(OpenClass).FullName} is neither sealed nor abstract"], TypeRules.Unsealed(Examples));

    [Fact]
    public void A_manager_is_found() =>
        Assert.Equal([$"{typeof(RegisterManager).FullName} is called Manager"], TypeRules.BadlyNamed(Examples));

    [Fact]
    public void An_interface_with_one_implementation_is_found() =>
        Assert.Equal([$"{typeof(ILonely).FullName} has 1 implementation(s)"], TypeRules.LonelyInterfaces(Examples));
}
