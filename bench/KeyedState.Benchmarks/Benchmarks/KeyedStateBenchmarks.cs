using System.Reflection;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using KeyedState.Benchmarks.Launches;
using KeyedState.Frameworks;

namespace KeyedState.Benchmarks;

/// <summary>
/// One benchmark a state, one line a benchmark. A line names the state's class, bears the state's name,
/// and takes a constant amount of work, which a suite replaces by the pilot's; a test compares the first two with the
/// catalogue. The derived classes only say which look is taken, and so keep the full names distinct.
/// </summary>
public abstract class KeyedStateBenchmarks
{
    private BenchmarkLaunch? launch;

    /// <summary>The state that this instance has measured; null before the first invocation.</summary>
    internal StateEntry? Measured => launch?.Entry;

    /// <summary>Parks the workers, outside the measured time.</summary>
    [IterationSetup]
    public void Park() => launch?.Park();

    /// <summary>Reads the counters of the invocation that has just ended.</summary>
    [IterationCleanup]
    public void Count() => launch?.Count();

    /// <summary>Disposes of the state and leaves a note of the launch for the process that started it.</summary>
    [GlobalCleanup]
    public void End() => launch?.Dispose();

    /// <summary>Measures <see cref="AsynchronousFloorState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void AsynchronousFloor() => Run<AsynchronousFloorState>();

    /// <summary>Measures <see cref="EmptyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void Empty() => Run<EmptyState>();

    /// <summary>Measures <see cref="UnsynchronisedState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void Unsynchronised() => Run<UnsynchronisedState>();

    /// <summary>Measures <see cref="UnsynchronisedProbedTableState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void UnsynchronisedProbedTable() => Run<UnsynchronisedProbedTableState>();

    /// <summary>Measures <see cref="BatchedOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void BatchedOwner() => Run<BatchedOwnerState>();

    /// <summary>Measures <see cref="BoundedChannelOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void BoundedChannelOwner() => Run<BoundedChannelOwnerState>();

    /// <summary>Measures <see cref="InlineChannelOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void InlineChannelOwner() => Run<InlineChannelOwnerState>();

    /// <summary>Measures <see cref="LeaseOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void LeaseOwner() => Run<LeaseOwnerState>();

    /// <summary>Measures <see cref="PooledChannelOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void PooledChannelOwner() => Run<PooledChannelOwnerState>();

    /// <summary>Measures <see cref="PumpOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void PumpOwner() => Run<PumpOwnerState>();

    /// <summary>Measures <see cref="RendezvousChannelOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void RendezvousChannelOwner() => Run<RendezvousChannelOwnerState>();

    /// <summary>Measures <see cref="ShardedChannelOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void ShardedChannelOwner() => Run<ShardedChannelOwnerState>();

    /// <summary>Measures <see cref="TaskCompletionSourceChannelOwnerState"/>.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = WorkSize.Some)]
    public void TaskCompletionSourceChannelOwner() => Run<TaskCompletionSourceChannelOwnerState>();

    /// <summary>Measures <see cref="ConcurrentExclusiveSchedulerPairState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void ConcurrentExclusiveSchedulerPair() => Run<ConcurrentExclusiveSchedulerPairState>();

    /// <summary>Measures <see cref="LockState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void Lock() => Run<LockState>();

    /// <summary>Measures <see cref="LockPerKeyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void LockPerKey() => Run<LockPerKeyState>();

    /// <summary>Measures <see cref="LockedProbedTableState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void LockedProbedTable() => Run<LockedProbedTableState>();

    /// <summary>Measures <see cref="MonitorState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void Monitor() => Run<MonitorState>();

    /// <summary>Measures <see cref="ReaderWriterLockSlimState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void ReaderWriterLockSlim() => Run<ReaderWriterLockSlimState>();

    /// <summary>Measures <see cref="SemaphoreSlimState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void SemaphoreSlim() => Run<SemaphoreSlimState>();

    /// <summary>Measures <see cref="SemaphoreSlimPerKeyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void SemaphoreSlimPerKey() => Run<SemaphoreSlimPerKeyState>();

    /// <summary>Measures <see cref="SpinLockState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void SpinLock() => Run<SpinLockState>();

    /// <summary>Measures <see cref="StripedLockState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void StripedLock() => Run<StripedLockState>();

    /// <summary>Measures <see cref="StripedSemaphoreSlimState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void StripedSemaphoreSlim() => Run<StripedSemaphoreSlimState>();

    /// <summary>Measures <see cref="ConcurrentDictionaryState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void ConcurrentDictionary() => Run<ConcurrentDictionaryState>();

    /// <summary>Measures <see cref="FrozenDictionaryState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void FrozenDictionary() => Run<FrozenDictionaryState>();

    /// <summary>Measures <see cref="ImmutableDictionaryState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void ImmutableDictionary() => Run<ImmutableDictionaryState>();

    /// <summary>Measures <see cref="LeftRightState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void LeftRight() => Run<LeftRightState>();

    /// <summary>Measures <see cref="SequenceLockState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void SequenceLock() => Run<SequenceLockState>();

    /// <summary>Measures <see cref="CombiningOwnerState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void CombiningOwner() => Run<CombiningOwnerState>();

    /// <summary>Measures <see cref="NonBlockingState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void NonBlocking() => Run<NonBlockingState>();

    /// <summary>Measures <see cref="ActionBlockState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void ActionBlock() => Run<ActionBlockState>();

    /// <summary>Measures <see cref="ActionBlockSharedQueueState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void ActionBlockSharedQueue() => Run<ActionBlockSharedQueueState>();

    /// <summary>Measures <see cref="AkkaAskState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void AkkaAsk() => Run<AkkaAskState>();

    /// <summary>Measures <see cref="AkkaAskSharedQueueState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void AkkaAskSharedQueue() => Run<AkkaAskSharedQueueState>();

    /// <summary>Measures <see cref="AkkaTellState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void AkkaTell() => Run<AkkaTellState>();

    /// <summary>Measures <see cref="AkkaTellSharedQueueState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void AkkaTellSharedQueue() => Run<AkkaTellSharedQueueState>();

    /// <summary>Measures <see cref="MailboxState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void Mailbox() => Run<MailboxState>();

    /// <summary>Measures <see cref="MailboxPerKeyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void MailboxPerKey() => Run<MailboxPerKeyState>();

    /// <summary>Measures <see cref="MailboxProcessorState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void MailboxProcessor() => Run<MailboxProcessorState>();

    /// <summary>Measures <see cref="OrleansGrainState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void OrleansGrain() => Run<OrleansGrainState>();

    /// <summary>Measures <see cref="OrleansGrainPerKeyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void OrleansGrainPerKey() => Run<OrleansGrainPerKeyState>();

    /// <summary>Measures <see cref="OrleansTransactionState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void OrleansTransaction() => Run<OrleansTransactionState>();

    /// <summary>Measures <see cref="ProtoActorRequestState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void ProtoActorRequest() => Run<ProtoActorRequestState>();

    /// <summary>Measures <see cref="ProtoActorPerKeyState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Few)]
    public void ProtoActorPerKey() => Run<ProtoActorPerKeyState>();

    /// <summary>Measures <see cref="ProtoActorSendState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Some)]
    public void ProtoActorSend() => Run<ProtoActorSendState>();

    /// <summary>Measures <see cref="FasterState"/>.</summary>
    [Benchmark(OperationsPerInvoke = WorkSize.Many)]
    public void Faster() => Run<FasterState>();

    private void Run<TState>([CallerMemberName] string benchmark = "")
        where TState : IKeyedState, new()
    {
        // Only the measured method knows its state, so the first invocation, which is never part of a result, makes and warms it.
        launch ??= BenchmarkLaunch.Start(StateEntry.Of(typeof(TState)), LaunchSettings.FromEnvironment(), OperationsOf(benchmark));
        launch.Release();
    }

    private static int OperationsOf(string benchmark) =>
        typeof(KeyedStateBenchmarks).GetMethod(benchmark)!.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke;
}
