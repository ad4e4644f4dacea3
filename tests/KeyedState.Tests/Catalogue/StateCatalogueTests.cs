using KeyedState.Benchmarks;
using KeyedState.Frameworks;

namespace KeyedState.Tests.Catalogue;

public sealed class StateCatalogueTests
{
    [Fact]
    public void Default_ListsEveryImplementationOfItsAssemblies()
    {
        var implementations = typeof(IKeyedState).Assembly.GetExportedTypes().Concat(typeof(ActionBlockState).Assembly.GetExportedTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IKeyedState).IsAssignableFrom(type));

        Assert.Equal(
            implementations.Select(type => type.Name).Order(StringComparer.Ordinal),
            SuiteCatalogue.Default.Entries.Select(entry => entry.Type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Default_TableOfTheSuitesOwn_StandsBehindALockAndUnprotectedToo() => Assert.Equal(
        ["LockedProbedTable", "SequenceLock", "UnsynchronisedProbedTable"],
        SuiteCatalogue.Default.Entries.Where(entry => entry.Declared.OwnTable == "probed table").Select(entry => entry.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void WithLimits_AnotherAssembly_HasItsOwnStatesAndTheLimits() => Assert.Equal(
        ["AsynchronousFloor", "Empty", "Unsynchronised", "UnsynchronisedProbedTable", "Snapshot"],
        StateCatalogue.WithLimits(typeof(YourStates.SnapshotState).Assembly).Entries.Select(entry => entry.Name));

    [Theory]
    [InlineData("Lock")]
    [InlineData("lock")]
    public void Find_WhateverTheCase_FindsTheState(string name) =>
        Assert.Equal(typeof(LockState), SuiteCatalogue.Default.Find(name)?.Type);

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(SuiteCatalogue.Default.Find("Loc"));

    [Fact]
    public void Of_ClassWithoutTheAttribute_SaysSo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StateEntry.Of(typeof(string)));

        Assert.Equal("String carries no [State(...)].", error.Message);
    }

    [Fact]
    public void Of_DesignThatWantsOneThread_SaysThatOnlyALimitMay()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StateEntry.Of(typeof(OneThreadState)));

        Assert.Equal("OneThreadState declares OneThread, which only a limit may.", error.Message);
    }
}
