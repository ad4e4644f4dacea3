using KeyedState.Tests.Workflows;
using KeyedState.Verification;

namespace KeyedState.Tests.Docs;

// Who adds a state by the page's own example has it twice, in src and here; either serves.
#pragma warning disable CS0436

/// <summary>The page shows a file that is compiled here and a line that the suite would ask for.</summary>
public sealed class AddAStateTests
{
    private static readonly Page Page = Page.At("docs/add-a-state.md");

    [Fact]
    public void Page_ItsFile_IsTheCompiledOne() => Assert.Equal(
        Page.At("tests/KeyedState.Tests/Docs/SortedMapState.cs").Text, Page.Blocks("csharp")[0]);

    [Fact]
    public void Page_ItsOperation_IsTheCompiledOne() => Assert.Contains(
        Page.Blocks("csharp")[1], Page.At("tests/KeyedState.Tests/Docs/CountingMapState.cs").Text, StringComparison.Ordinal);

    [Fact]
    public void Page_Capabilities_AreAllThereAre() => Assert.All(
        new[] { nameof(IAtomicAdd), nameof(IAtomicTransfer), nameof(IAtomicSnapshot), nameof(IExclusiveUpdate) },
        name => Assert.Contains($"[{name}]", Page.Text, StringComparison.Ordinal));

    [Fact]
    public void Page_ItsLine_IsTheOneOfTheCatalogue()
    {
        var entry = StateEntry.Of(typeof(SortedMapState));

        Assert.Equal(
            $"""
                /// <summary>Measures <see cref="{entry.Type.Name}"/>.</summary>
                [Benchmark(OperationsPerInvoke = WorkSize.Many)]
                public void {entry.Name}() => Run<{entry.Type.Name}>();

            """,
            Page.Blocks("csharp")[2]);
    }

    [Fact]
    public void Page_Properties_AreThoseOfTheAttribute()
    {
        var properties = typeof(StateAttribute).GetProperties().Where(property => property.DeclaringType == typeof(StateAttribute));

        Assert.All(properties, property => Assert.Contains($"`{property.Name}`", Page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_Folders_Exist() => Assert.True(Directory.Exists(RepositoryFolder.At("src", "KeyedState", "Locks")));

    [Fact]
    public void State_OfThePage_IsOneOfAnAssemblysOwn() =>
        Assert.Contains("SortedMap", StateCatalogue.Of(typeof(SortedMapState).Assembly).Entries.Select(entry => entry.Name));

    [Theory]
    [InlineData(typeof(SortedMapState))]
    [InlineData(typeof(CountingMapState))]
    [InlineData(typeof(YourStates.SnapshotState))]
    public async Task State_OfAPage_PassesTheCheck(Type state)
    {
        var entry = StateEntry.Of(state);
        await using var fresh = entry.Create();

        Assert.Null(StateVerifier.Verify(fresh, operations: 10_000, seed: 1, TimeSpan.FromSeconds(60)).Explanation);
    }
}
