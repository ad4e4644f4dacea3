using FASTER.core;

namespace KeyedState.Frameworks;

/// <summary>
/// The key-value store FASTER, in memory (B. Chandramouli et al., "FASTER: A Concurrent Key-Value Store with In-Place
/// Updates", SIGMOD 2018, doi:10.1145/3183713.3196898). Its successor, Tsavorite, comes only as a part of the server Garnet.
/// </summary>
/// <remarks>
/// <para>
/// A session is for one thread at a time, and so each thread that asks gets its own. Records are not locked, since an
/// integer is read and written at once.
/// </para>
/// <para>
/// A thread that is in the store while it is disposed of would touch freed memory. A thread therefore says that it is in
/// its session before it looks whether the state was disposed of; who disposes says that first, issues a process-wide
/// fence, and then waits until nobody is in. The fence stands on that side, so that an operation pays plain stores and loads.
/// </para>
/// <para>
/// FASTER's read-modify-write would be the natural addition. In version 2.6.5 a new record is linked first and declared valid after that,
/// and another thread that comes between the two passes it by and makes a second one, in whose place the first is lost. Reads and writes
/// bear that, since each of them is under way meanwhile; an addition does not.
/// </para>
/// </remarks>
[State(
    Title = "FASTER",
    Family = StateFamily.Store,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = true,
    Package = "Microsoft.FASTER.Core",
    FullSuiteOnly = true,
    HowItWorks = "The in-memory key-value store FASTER, with one session per thread; a write updates the record in place")]
[Lacks(Capability.Add, "its read-modify-write can lose one of two additions that make a record")]
[Lacks(Capability.Transfer, "a record is changed on its own unless every operation locks its records")]
[Lacks(Capability.Snapshot, "records are read one by one unless every operation locks them")]
[Lacks(Capability.ExclusiveUpdate, "its read-modify-write runs no asynchronous code")]
public sealed class FasterState : IKeyedState
{
    // All keys at 16 B each fit into the log twice over: what does not fit would be dropped, since there is no disk. Pages are
    // made when they are needed; they are small, since the first is made at once and cleared.
    private readonly FasterKVSettings<int, int> settings = new(baseDir: null)
    {
        IndexSize = 1L << 20,
        PageSize = 1L << 20,
        MemorySize = 1L << 37,
        EqualityComparer = new IntComparer(),
        ConcurrencyControlMode = ConcurrencyControlMode.None,
    };

    private readonly FasterKV<int, int> store;
    private readonly ThreadLocal<ThreadSession> sessionOfThisThread;
    private readonly List<ThreadSession> sessions = [];
    private readonly Lock gate = new();
    private volatile bool disposed;

    /// <summary>Makes the store.</summary>
    public FasterState()
    {
        store = new FasterKV<int, int>(settings);
        sessionOfThisThread = new ThreadLocal<ThreadSession>(Open);
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        var own = Enter();
        try
        {
            var value = 0;
            return new(own.Session.Read(ref key, ref value).Found ? value : 0);
        }
        finally
        {
            own.Entered = false;
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        var own = Enter();
        try
        {
            own.Session.Upsert(ref key, ref value);
            return ValueTask.CompletedTask;
        }
        finally
        {
            own.Entered = false;
        }
    }

    /// <summary>Refuses further operations, waits for those that are under way, and frees the store.</summary>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (!disposed)
            {
                disposed = true;
                Interlocked.MemoryBarrierProcessWide();
                Free();
            }
        }

        return ValueTask.CompletedTask;
    }

    private ThreadSession Enter()
    {
        var own = sessionOfThisThread.Value!;
        own.Entered = true;
        if (disposed)
        {
            own.Entered = false;
            throw new ObjectDisposedException(nameof(FasterState));
        }

        return own;
    }

    private ThreadSession Open()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var session = new ThreadSession(store.For(default(CopyFunctions)).NewSession<CopyFunctions>());
            sessions.Add(session);
            return session;
        }
    }

    private void Free()
    {
        var wait = default(SpinWait);
        foreach (var session in sessions)
        {
            while (session.Entered)
            {
                wait.SpinOnce();
            }

            session.Dispose();
        }

        store.Dispose();
        settings.Dispose();
    }
}
