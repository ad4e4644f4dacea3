using System.Net;
using System.Net.Sockets;
using KeyedState.Benchmarks;
using KeyedState.Frameworks;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Frameworks;

/// <summary>Nothing of an engine is left in the process once its state was disposed of.</summary>
[Collection(nameof(Undisturbed))]
public sealed class ShutdownTests
{
    public static TheoryData<string> Engines => [.. Names()];

    // A silo leaves some time-outs of five seconds that it no longer waits for, and gives nobody a way to end them.
    public static TheoryData<string> EnginesWithoutLateTimers => [.. Names().Where(name => !name.StartsWith("Orleans", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task DisposeAsync_EngineThatWasUsed_LeavesNoThreadAndNoSocket(string name)
    {
        RequireLinux();
        var before = await AfterFirstUse(name);

        await UseAndDispose(name);

        await Until(() => !ProcessObservation.Now().ThreadsSince(before).Any());
        Assert.InRange(ProcessObservation.Now().Sockets, 0, before.Sockets);
    }

    [Theory]
    [MemberData(nameof(EnginesWithoutLateTimers))]
    public async Task DisposeAsync_EngineThatWasUsed_LeavesNoTimer(string name)
    {
        RequireLinux();
        var before = await AfterFirstUse(name);

        await UseAndDispose(name);

        await Until(() => ProcessObservation.Now().Timers <= before.Timers);
    }

    [Fact]
    public async Task Now_EnginesThatRun_AreSeen()
    {
        RequireLinux();
        var before = ProcessObservation.Now();
        await using var silo = StatesUnderTest.Create("OrleansGrain");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var now = ProcessObservation.Now();

        Assert.NotEmpty(now.ThreadsSince(before));
        Assert.InRange(now.Sockets, before.Sockets + 1, int.MaxValue);
        Assert.InRange(now.Timers, before.Timers + 1, long.MaxValue);
    }

    private static IEnumerable<string> Names() => SuiteCatalogue.Default.Entries
        .Where(entry => entry.Type.Assembly == typeof(ActionBlockState).Assembly).Select(entry => entry.Name);

    /// <summary>What an engine sets up once for the process, and keeps, is there afterwards.</summary>
    private static async Task<ProcessObservation> AfterFirstUse(string name)
    {
        await UseAndDispose(name);
        return ProcessObservation.Now();
    }

    private static async Task UseAndDispose(string name)
    {
        var state = StatesUnderTest.Create(name);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(key => state.WriteAsync(key, key).AsTask())).InTime();
        Assert.Equal(7, await state.ReadAsync(7).AsTask().InTime());
        await state.DisposeAsync().AsTask().InTime();
    }

    // A thread that was told to end does so when the system lets it run.
    private static async Task Until(Func<bool> isSo) => await Task.Run(async () =>
    {
        while (!isSo())
        {
            await Task.Yield();
        }
    }).InTime();

    private static void RequireLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells of a process's threads by name.");
}
