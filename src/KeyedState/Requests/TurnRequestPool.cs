namespace KeyedState;

/// <summary>Requests that wait to be used again.</summary>
/// <remarks>
/// Each thread keeps a few, since most replies are taken on the thread that asks again. A thread that has too
/// many or none exchanges a bundle with the others, so that asking on one thread and going on another does
/// not allocate either. There are never more requests than were outstanding at one time and a bundle or two
/// for each thread.
/// </remarks>
internal sealed class TurnRequestPool
{
    private const int BundleSize = 64;

    private static readonly Lock Gate = new();
    private static readonly Stack<TurnRequest> Bundles = new();

    [ThreadStatic]
    private static TurnRequestPool? ofThisThread;

    private TurnRequest? first;
    private int count;

    /// <summary>Takes a request out, or makes one.</summary>
    public static TurnRequest Rent()
    {
        var pool = ofThisThread ??= new TurnRequestPool();
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
        var pool = ofThisThread ??= new TurnRequestPool();
        if (pool.count == 2 * BundleSize)
        {
            pool.Leave();
        }

        request.Next = pool.first;
        pool.first = request;
        pool.count++;
    }

    private TurnRequest? Fetch()
    {
        lock (Gate)
        {
            if (Bundles.TryPop(out first))
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
        lock (Gate)
        {
            Bundles.Push(bundle);
        }
    }
}
