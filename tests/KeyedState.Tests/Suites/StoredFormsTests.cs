using KeyedState.Benchmarks.Suites;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Suites;

public sealed class StoredFormsTests
{
    [Theory]
    [InlineData(StateLifetime.Launch, StoredLifetime.Launch)]
    [InlineData(StateLifetime.Iteration, StoredLifetime.Iteration)]
    public void Of_Look_HasTheLifetimeOfItsStates(StateLifetime lifetime, StoredLifetime stored)
    {
        var look = LookPlan.OneCore with { Placement = LookPlan.OneCore.Placement with { Lifetime = lifetime } };

        Assert.Equal(stored, StoredForms.Of(look).Placement.StateLifetime);
    }

    [Fact]
    public void Of_EveryLifetime_HasAForm() => Assert.All(
        Enum.GetValues<StateLifetime>(),
        lifetime => StoredForms.Of(LookPlan.OneCore with { Placement = LookPlan.OneCore.Placement with { Lifetime = lifetime } }));

    [Theory]
    [InlineData(typeof(SequenceLockState), true)]
    [InlineData(typeof(LockState), false)]
    public void Of_State_SaysWhyItDependsOnAlternation(Type type, bool depends)
    {
        var entry = StateEntry.Of(type);

        var stored = StoredForms.Of(entry, checkedOperations: 1);

        Assert.Equal((depends, entry.Declared.DependsOnAlternation), (stored.DependsOnAlternation, stored.DependsBecause));
        Assert.Equal(depends, stored.DependsBecause is not null);
    }
}
