using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class PackageVersionsTests
{
    public static TheoryData<string> Packages =>
        [.. SuiteCatalogue.Default.Entries.Select(entry => entry.Declared.Package).OfType<string>().Append("BenchmarkDotNet").Distinct()];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Of_PackageThatAStateStandsOn_IsAVersion(string package) => Assert.Matches(@"^\d+\.\d+\.\d+", PackageVersions.Of(package));

    [Fact]
    public void Of_PackageThatMisstatesItsVersion_IsTheOneThatWasAskedFor() => Assert.Equal("2.1.2", PackageVersions.Of("NonBlocking"));

    [Fact]
    public void Of_PackageThatIsNotThere_IsUnknown() => Assert.Equal("unknown", PackageVersions.Of("NonBlockin"));
}
