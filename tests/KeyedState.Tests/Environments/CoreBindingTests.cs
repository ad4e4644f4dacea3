using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;
using KeyedState.Tests.Environments.Cards;

namespace KeyedState.Tests.Environments;

public sealed class CoreBindingTests : IDisposable
{
    private const string NeedsThreadMask = "Only on Linux can a thread's own mask be read back; Windows binds the whole process, with the tests beside this one.";

    private readonly FakeSystem system = new();

    public static bool IsLinux => OperatingSystem.IsLinux();

    public void Dispose() => system.Dispose();

    [Theory(Skip = NeedsThreadMask, SkipUnless = nameof(IsLinux))]
    [InlineData(1)]
    [InlineData(2)]
    public void WherePossible_AnyThread_HasAllItsCoresBackAfterwards(int count)
    {
        // On a thread of its own: others of the pool must not meet what goes wrong here.
        var (before, bound, after) = (Array.Empty<int>(), Array.Empty<int>(), Array.Empty<int>());
        IReadOnlyList<int> cores = [];
        var thread = new Thread(() =>
        {
            before = [.. ThreadBinding.AllowedCores()];
            using (var binding = CoreBinding.WherePossible(count)!)
            {
                cores = binding.Cores;
                bound = [.. ThreadBinding.AllowedCores()];
            }

            after = [.. ThreadBinding.AllowedCores()];
        });
        thread.Start();
        thread.Join();

        Assert.Equal(cores, bound);
        Assert.Equal(Math.Min(count, before.Length), bound.Length);
        Assert.Subset(before.ToHashSet(), bound.ToHashSet());
        Assert.Equal(before, after);
    }

    [Fact(Skip = NeedsThreadMask, SkipUnless = nameof(IsLinux))]
    public void TryBind_CoreBeyondTheMachines_IsRefusedAndNoOtherTaken()
    {
        var before = ThreadBinding.AllowedCores();

        Assert.False(ThreadBinding.TryBind([8191]));
        Assert.Equal(before, ThreadBinding.AllowedCores());
    }

    [Fact]
    public void Read_Threads_AreTheirDistinctMasks()
    {
        WithThread("1", "Name:\tx\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1").WithThread("2", "Cpus_allowed_list:\t0").WithThread("3", "Cpus_allowed_list:\t0-1");

        Assert.Equal(["0", "0-1"], ThreadMasks.Read(system.Files));
        Assert.Null(CoreBinding.WhyNotMeasured(system.Files));
    }

    [Fact]
    public void WhyNotMeasured_ThreadsWithoutAMask_SaysSo()
    {
        WithThread("1", "Name:\tx\nThreads:\t1");

        Assert.Equal("this system does not show which cores a thread may run on, so nothing says that a launch was bound", CoreBinding.WhyNotMeasured(system.Files));
    }

    [Theory]
    [InlineData("50000 100000", "the quota of the control group, 0.5 of a core's time, stops a launch again and again")]
    [InlineData("100000 100000", null)]
    [InlineData("max 100000", null)]
    public void WhyNotMeasured_Quota_IsOneBelowACore(string limit, string? because)
    {
        WithThread("1", "Cpus_allowed_list:\t0");
        system.With("proc/self/cgroup", "0::/").With("sys/fs/cgroup/cpu.max", limit);

        Assert.Equal(because, CoreBinding.WhyNotMeasured(system.Files));
    }

    private CoreBindingTests WithThread(string number, string status)
    {
        system.With($"proc/self/task/{number}/status", status);
        return this;
    }
}
