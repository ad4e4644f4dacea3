using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class SourceProbeTests
{
    [Fact]
    public void Read_StatesOverEngines_StoresTheirPackagesBesideTheSuitesOwn()
    {
        var packages = SourceProbe.Read(AppContext.BaseDirectory, SuiteCatalogue.Default.Entries).Packages;

        Assert.Equal(
            [
                "Akka", "BenchmarkDotNet", "FSharp.Core", "Microsoft.FASTER.Core", "Microsoft.Orleans.Server", "NonBlocking",
                "Perfolizer", "Pragmastat", "Proto.Actor",
            ],
            packages.Keys);
        Assert.All(packages, package => Assert.Equal(PackageVersions.Of(package.Key), package.Value));
    }

    [Fact]
    public void Read_StatesWithoutEngines_StoresTheSuitesOwnPackages() => Assert.Equal(
        ["BenchmarkDotNet", "Perfolizer", "Pragmastat"],
        SourceProbe.Read(AppContext.BaseDirectory, [StateEntry.Of(typeof(LockState))]).Packages.Keys);
}
