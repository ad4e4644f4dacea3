using System.Runtime.CompilerServices;

namespace KeyedState;

/// <summary>Requests that wait to be used again.</summary>
/// <remarks>
/// <para>
/// Each thread keeps a few, since most replies are taken on the thread that asks again. A thread that has too
/// many or none exchanges a bundle with the others, so that asking on one thread and going on another does
/// not allocate either. There are never more requests than were outstanding at one time and a bundle or two
/// for each thread.
/// </para>
/// <para>
/// <see cref="StateEntry.Create"/> starts the pool anew. A request that outlives a collection is of an older generation than
/// the callers of the next state. Each store of a young caller into it then costs the collector's bookkeeping, from which
/// states without a pool are free. The pool stays one for all states: with a pool for each, a thread that goes from one state
/// to another would have to look for its requests or drop them.
/// </para>
/// </remarks>
internal sealed class TurnRequestPool
{
    private const int BundleSize = 64;
    private const int Most = 2 * BundleSize;

    // Null to begin with: an initialiser would have every operation check whether it has run.
    private static Bundles? newest;

    [ThreadStatic]
    private static TurnRequestPool? ofThisThread;

    private readonly Bundles bundles;
    private TurnRequest? first;
    private int count;

    private TurnRequestPool(Bundles bundles) => this.bundles = bundles;

    private static TurnRequestPool OfThisThread
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ofThisThread is { } pool && pool.bundles == newest ? pool : Replace();
    }

    /// <summary>Forgets all requests that wait. Each thread drops its own before it takes one out or leaves one to the others.</summary>
    public static void StartAnew() => newest = new Bundles();

    /// <summary>Takes a request out, or makes one.</summary>
    public static TurnRequest Rent()
    {
        var pool = OfThisThread;
        if ((pool.first ?? pool.Fetch()) is not { } request)
        {
            return new TurnRequest(isPooled: true);
        }

        pool.first = request.Next;
        pool.count--;
        request.Next = null;
        return request;
    }

    /// <summary>Puts a request back whose reply was taken.</summary>
    public static void Return(TurnRequest request)
    {
        var pool = ofThisThread is { count: < Most } own ? own : MakeRoom();
        request.Next = pool.first;
        pool.first = request;
        pool.count++;
    }

    // A thread whose bundles another overwrites here finds them outdated next time.
    private static TurnRequestPool Replace() => ofThisThread = new TurnRequestPool(newest ??= new Bundles());

    private static TurnRequestPool MakeRoom()
    {
        var pool = OfThisThread;
        if (pool.count == Most)
        {
            pool.Leave();
        }

        return pool;
    }

    private TurnRequest? Fetch()
    {
        lock (bundles.Gate)
        {
            if (bundles.Waiting.TryPop(out first))
            {
                count = BundleSize;
            }
        }

        return first;
    }

    private void Leave()
    {
        var bundle = first!;
        var last = bundle;
        for (var i = 1; i < BundleSize; i++)
        {
            last = last.Next!;
        }

        first = last.Next;
        last.Next = null;
        count -= BundleSize;
        lock (bundles.Gate)
        {
            bundles.Waiting.Push(bundle);
        }
    }

    /// <summary>The bundles that threads exchange. Their identity tells a thread whether its own requests are of this start.</summary>
    private sealed class Bundles
    {
        public Lock Gate { get; } = new();

        public Stack<TurnRequest> Waiting { get; } = new();
    }
}
