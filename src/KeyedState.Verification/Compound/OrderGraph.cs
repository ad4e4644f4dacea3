namespace KeyedState.Verification;

/// <summary>
/// Which operation must take effect before which. Nodes are the operations, and for each of them the instant of its call; edges between
/// operations follow from the versions that they found and made, and the rest of them from time.
/// </summary>
/// <remarks>
/// An operation that has returned points to the first instant after that at which one of its group is called, an instant to the next
/// one and to its operation. So the edges of time are as many as there are operations, and one leads from an operation to
/// another exactly if the one returned before the other was called. They are computed and not stored.
/// </remarks>
internal sealed class OrderGraph
{
    private readonly Segments groups;
    private readonly int[] begin;
    private readonly int[] targets;
    private readonly int[] inCallOrder;
    private readonly int[] after;

    /// <summary>Builds the graph.</summary>
    /// <param name="history">The history.</param>
    /// <param name="accesses">Its accesses.</param>
    /// <param name="versions">Their versions, each of which is there once.</param>
    /// <param name="groups">The groups; time orders the operations of each by themselves.</param>
    public OrderGraph(CompoundHistory history, Access[] accesses, VersionTable versions, Segments groups)
    {
        this.groups = groups;
        Operations = history.Count;
        (begin, targets) = Edges(accesses, versions, history.Count);
        inCallOrder = InCallOrder(history, groups, out var calls, out var groupBegin);
        after = new int[history.Count];
        for (var i = 0; i < after.Length; i++)
        {
            after[i] = groups[i] == Segments.LeftOut || history[i].IsPending
                ? -1
                : FirstAfter(calls, groupBegin[groups[i]], groupBegin[groups[i] + 1], history[i].Returned);
        }
    }

    /// <summary>How many operations there are; they are the first nodes.</summary>
    public int Operations { get; }

    /// <summary>How many nodes there are.</summary>
    public int Nodes => Operations + inCallOrder.Length;

    /// <summary>The next node after one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="which">Which of its edges, from 0.</param>
    /// <returns>-1 when it has no more edges.</returns>
    public int Successor(int node, int which)
    {
        if (node < Operations)
        {
            var count = begin[node + 1] - begin[node];
            return which < count ? targets[begin[node] + which] : which == count && after[node] >= 0 ? Operations + after[node] : -1;
        }

        var place = node - Operations;
        return which switch
        {
            0 => inCallOrder[place],
            1 when place + 1 < inCallOrder.Length && groups[inCallOrder[place + 1]] == groups[inCallOrder[place]] => node + 1,
            _ => -1,
        };
    }

    private static (int[] Begin, int[] Targets) Edges(Access[] accesses, VersionTable versions, int operations)
    {
        var begin = new int[operations + 1];
        ForEachEdge((from, _) => begin[from + 1]++);
        for (var i = 0; i < operations; i++)
        {
            begin[i + 1] += begin[i];
        }

        var targets = new int[begin[operations]];
        var filled = begin.AsSpan(0, operations).ToArray();
        ForEachEdge((from, to) => targets[filled[from]++] = to);
        return (begin, targets);

        void ForEachEdge(Action<int, int> visit)
        {
            for (var access = 0; access < accesses.Length; access++)
            {
                var operation = accesses[access].Operation;
                if (versions.MakerOf(access) is >= 0 and var maker && accesses[maker].Operation != operation)
                {
                    visit(accesses[maker].Operation, operation);
                }

                if (accesses[access].Kind == AccessKind.Reads && versions.NextOfFound(access) is >= 0 and var next && accesses[next].Operation != operation)
                {
                    visit(operation, accesses[next].Operation);
                }
            }
        }
    }

    // Group by group, and within one in the order of the calls.
    private static int[] InCallOrder(CompoundHistory history, Segments groups, out long[] calls, out int[] groupBegin)
    {
        int[] sorted = [.. Enumerable.Range(0, history.Count).Where(operation => groups[operation] != Segments.LeftOut)];
        long[] stamps = [.. sorted.Select(operation => history[operation].Called)];
        Array.Sort(stamps, sorted);
        groupBegin = new int[groups.Count + 1];
        foreach (var operation in sorted)
        {
            groupBegin[groups[operation] + 1]++;
        }

        for (var group = 0; group < groups.Count; group++)
        {
            groupBegin[group + 1] += groupBegin[group];
        }

        var filled = groupBegin.AsSpan().ToArray();
        var order = new int[sorted.Length];
        calls = new long[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var place = filled[groups[sorted[i]]]++;
            (order[place], calls[place]) = (sorted[i], stamps[i]);
        }

        return order;
    }

    // The first call after an instant; operations that share one overlap.
    private static int FirstAfter(long[] calls, int low, int end, long instant)
    {
        var high = end;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = calls[middle] > instant ? (low, middle) : (middle + 1, high);
        }

        return low < end ? low : -1;
    }
}
