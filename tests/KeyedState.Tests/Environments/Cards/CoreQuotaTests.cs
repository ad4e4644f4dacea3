using KeyedState.Benchmarks.Environments.Cards;

namespace KeyedState.Tests.Environments.Cards;

public sealed class CoreQuotaTests : IDisposable
{
    private readonly FakeSystem system = new();

    public void Dispose() => system.Dispose();

    [Fact]
    public void Read_NoControlGroups_IsNone() => Assert.Null(CoreQuota.Read(system.Files));

    [Fact]
    public void Notice_Quota_SaysHowManyCores()
    {
        Assert.StartsWith("A control group allows this program the time of 1.5 cores.", CoreQuota.Notice(1.5), StringComparison.Ordinal);
        Assert.Null(CoreQuota.Notice(null));
    }

    [Theory]
    [InlineData("150000 100000", 1.5)]
    [InlineData("max 100000", null)]
    [InlineData("nonsense", null)]
    public void Read_Version2_IsTheGroupsQuota(string limit, double? cores)
    {
        system.With("proc/self/cgroup", "0::/jobs/one").With("sys/fs/cgroup/jobs/one/cpu.max", limit);

        Assert.Equal(cores, CoreQuota.Read(system.Files));
    }

    [Fact]
    public void Read_GroupAboveWithLess_IsThatOnes()
    {
        system.With("proc/self/cgroup", "0::/jobs/one").With("sys/fs/cgroup/jobs/one/cpu.max", "400000 100000").With("sys/fs/cgroup/jobs/cpu.max", "200000 100000");

        Assert.Equal(2, CoreQuota.Read(system.Files));
    }

    [Theory]
    [InlineData("50000", 0.5)]
    [InlineData("-1", null)]
    public void Read_Version1InAContainer_IsTheRootsQuota(string quota, double? cores)
    {
        system.With("proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/docker/abc")
            .With("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", quota).With("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000");

        Assert.Equal(cores, CoreQuota.Read(system.Files));
    }
}
