using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Results;

namespace KeyedState.Tests.Environments.Cards;

public sealed class CoreKindsTests : IDisposable
{
    private readonly FakeSystem system = new();

    public void Dispose() => system.Dispose();

    [Fact]
    public void Read_SystemThatDoesNotSay_HasNone()
    {
        Assert.Empty(CoreKinds.Read(system.Files, [0, 1]));
        Assert.Equal([1], CoreKinds.Strongest(system.Files, [0, 1], count: 1));
    }

    [Fact]
    public void Read_HybridProcessor_HasItsAllowedCores()
    {
        system.With("sys/devices/cpu_core/cpus", "0-3").With("sys/devices/cpu_atom/cpus", "4-7");

        Assert.Equal([new CoreKind("performance", "1-3"), new CoreKind("efficiency", "4-5")], CoreKinds.Read(system.Files, [1, 2, 3, 4, 5]));
        Assert.Equal([3], CoreKinds.Strongest(system.Files, [1, 2, 3, 4, 5], count: 1));
        Assert.Equal([1, 2, 3, 5], CoreKinds.Strongest(system.Files, [1, 2, 3, 4, 5], count: 4));
        Assert.Empty(CoreKinds.Read(system.Files, [4, 5]));
    }

    [Fact]
    public void Read_Capacities_AreStrongestFirst()
    {
        system.WithCores("cpu_capacity", "512", "1024", "1000", "512");

        Assert.Equal([new CoreKind("capacity 1024", "1-2"), new CoreKind("capacity 512", "0,3")], CoreKinds.Read(system.Files, [0, 1, 2, 3]));
        Assert.Equal([2], CoreKinds.Strongest(system.Files, [0, 1, 2, 3], count: 1));
    }

    // Neighbours share a physical core on some systems, and cores that lie far apart on others.
    [Theory]
    [InlineData("0-1", "0-1", "2-3", "2-3")]
    [InlineData("0,2", "1,3", "0,2", "1,3")]
    public void Strongest_SharedPhysicalCores_AreEachTakenOnceFirst(params string[] siblings)
    {
        system.WithCores("topology/thread_siblings_list", siblings);

        var two = CoreKinds.Strongest(system.Files, [0, 1, 2, 3], count: 2);

        Assert.Equal(2, two.Select(core => siblings[core]).Distinct().Count());
        Assert.Equal(3, two[^1]);
        Assert.Equal([0, 1, 2, 3], CoreKinds.Strongest(system.Files, [0, 1, 2, 3], count: 4));
        Assert.Equal([0, 1, 2, 3], CoreKinds.Strongest(system.Files, [0, 1, 2, 3], count: 9));
    }

    [Fact]
    public void Read_FrequenciesOfOneKind_AreNoKinds()
    {
        system.WithCores("cpufreq/cpuinfo_max_freq", "5000000", "5200000");

        Assert.Empty(CoreKinds.Read(system.Files, [0, 1]));
    }
}
