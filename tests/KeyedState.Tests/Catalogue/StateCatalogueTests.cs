namespace KeyedState.Tests.Catalogue;

public sealed class StateCatalogueTests
{
    [Fact]
    public void Default_ListsEveryImplementationOfTheAssembly()
    {
        var implementations = typeof(IKeyedState).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IKeyedState).IsAssignableFrom(type));

        Assert.Equal(
            implementations.Select(type => type.Name).Order(StringComparer.Ordinal),
            StateCatalogue.Default.Entries.Select(entry => entry.Type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Lock")]
    [InlineData("lock")]
    public void Find_WhateverTheCase_FindsTheState(string name) =>
        Assert.Equal(typeof(LockState), StateCatalogue.Default.Find(name)?.Type);

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(StateCatalogue.Default.Find("Loc"));

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
