using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class SourceProbeTests
{
    [Fact]
    public void Read_StatesOverEngines_StoresTheirPackagesBesideTheSuitesOwn()
    {
        var packages = SourceProbe.Read(AppContext.BaseDirectory, SuiteCatalogue.Default.Entries).Source.Packages;

        Assert.Equal(
            [
                "Akka", "BenchmarkDotNet", "FSharp.Core", "Microsoft.FASTER.Core", "Microsoft.Orleans.Server", "Microsoft.Orleans.Transactions", "NonBlocking",
                "Perfolizer", "Pragmastat", "Proto.Actor",
            ],
            packages.Keys);
        Assert.All(packages, package => Assert.Equal(PackageVersions.Of(package.Key), package.Value));
    }

    [Fact]
    public void Read_StatesWithoutEngines_StoresTheSuitesOwnPackages() => Assert.Equal(
        ["BenchmarkDotNet", "Perfolizer", "Pragmastat"],
        SourceProbe.Read(AppContext.BaseDirectory, [StateEntry.Of(typeof(LockState))]).Source.Packages.Keys);

    [Fact]
    public void Read_SourcesInSomebodyElsesRepository_HaveNoCommit()
    {
        using var repository = new GitRepository();
        repository.Commit();
        repository.Write("suite/Benchmarks.sln", "");

        var (source, reason) = SourceProbe.Read(repository.At("suite"), []);

        Assert.Equal((null, false), (source.Commit, source.Dirty));
        Assert.Contains("is not under version control", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SourcesOfACommit_AreOfIt()
    {
        using var repository = new GitRepository();
        repository.Write("Benchmarks.sln", "");
        var commit = repository.Commit();

        Assert.Equal((commit, null), (SourceProbe.Read(repository.Path, []) is var (source, reason) ? (source.Commit, reason) : default));
    }
}
