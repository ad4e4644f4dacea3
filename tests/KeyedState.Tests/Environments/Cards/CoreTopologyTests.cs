using KeyedState.Benchmarks.Environments.Cards;

namespace KeyedState.Tests.Environments.Cards;

public sealed class CoreTopologyTests : IDisposable
{
    private readonly FakeSystem system = new();

    public void Dispose() => system.Dispose();

    [Fact]
    public void All_SystemThatDoesNotSay_IsNull()
    {
        Assert.Null(CoreTopology.Siblings(system.Files, [0, 1]));
        Assert.Null(CoreTopology.Turbo(system.Files));
        Assert.Null(CoreTopology.HighestMegahertz(system.Files, [0, 1]));
    }

    [Fact]
    public void Siblings_OfAllowedCores_AreAGroupEach()
    {
        system.WithCores("topology/thread_siblings_list", "0,2", "1,3", "0,2", "1,3");

        Assert.Equal(["0,2", "1,3"], CoreTopology.Siblings(system.Files, [0, 1, 2, 3]));
        Assert.Equal(["0,2"], CoreTopology.Siblings(system.Files, [0, 1, 2]));
        Assert.Empty(CoreTopology.Siblings(system.Files, [0, 1])!);
    }

    [Theory]
    [InlineData("intel_pstate/no_turbo", "0", true)]
    [InlineData("intel_pstate/no_turbo", "1", false)]
    [InlineData("cpufreq/boost", "1", true)]
    [InlineData("cpufreq/boost", "0", false)]
    public void Turbo_IsAsTheDriverSays(string file, string text, bool turbo) =>
        Assert.Equal(turbo, CoreTopology.Turbo(system.With($"sys/devices/system/cpu/{file}", text).Files));

    [Fact]
    public void HighestMegahertz_IsOfTheFastestAllowedCore()
    {
        system.WithCores("cpufreq/cpuinfo_max_freq", "3000000", "3500000", "5000000");

        Assert.Equal(3500, CoreTopology.HighestMegahertz(system.Files, [0, 1]));
    }
}
