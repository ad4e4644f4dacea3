namespace KeyedState.Verification;

/// <summary>Finds a circle in a graph, and a short one if there is any.</summary>
internal sealed class CircleSearch
{
    private const int MostTries = 8;

    private readonly OrderGraph graph;
    private readonly int[] cameFrom;
    private readonly int[] seenIn;
    private int round;

    private CircleSearch(OrderGraph graph)
    {
        this.graph = graph;
        cameFrom = new int[graph.Nodes];
        seenIn = new int[graph.Nodes];
    }

    /// <summary>Finds the operations of a circle, each before the next; of the circles through some operations of one the shortest.</summary>
    /// <returns>Null when there is no circle.</returns>
    public static int[]? Find(OrderGraph graph)
    {
        if (AnyCircle(graph) is not { } any)
        {
            return null;
        }

        var search = new CircleSearch(graph);
        int[] operations = [.. any.Where(node => node < graph.Operations)];
        var step = Math.Max(1, operations.Length / MostTries);
        return Enumerable.Range(0, operations.Length).Where(i => i % step == 0)
            .Select(i => search.ShortestThrough(operations[i])).MinBy(circle => circle.Length);
    }

    // Depth first, without recursion: a node that is met again on the way from the root closes a circle.
    private static int[]? AnyCircle(OrderGraph graph)
    {
        const int Left = -1;
        var edge = new int[graph.Nodes];
        var path = new Stack<int>();
        var isOnPath = new bool[graph.Nodes];
        for (var root = 0; root < graph.Nodes; root++)
        {
            if (edge[root] != 0)
            {
                continue;
            }

            Enter(root);
            while (path.TryPeek(out var node))
            {
                var next = graph.Successor(node, edge[node] - 1);
                edge[node]++;
                if (next < 0)
                {
                    edge[node] = Left;
                    isOnPath[path.Pop()] = false;
                }
                else if (isOnPath[next])
                {
                    return [.. path.TakeWhile(other => other != next).Append(next).Reverse()];
                }
                else if (edge[next] == 0)
                {
                    Enter(next);
                }
            }
        }

        return null;

        void Enter(int node)
        {
            edge[node] = 1;
            isOnPath[node] = true;
            path.Push(node);
        }
    }

    // Breadth first, counting operations only: instants are on the same level as the node before them.
    private int[] ShortestThrough(int start)
    {
        round++;
        List<int> level = [start];
        while (true)
        {
            List<int> nextLevel = [];
            for (var i = 0; i < level.Count; i++)
            {
                var node = level[i];
                for (var which = 0; graph.Successor(node, which) is >= 0 and var next; which++)
                {
                    if (next == start)
                    {
                        return Trace(start, node);
                    }

                    if (seenIn[next] != round)
                    {
                        seenIn[next] = round;
                        cameFrom[next] = node;
                        (next < graph.Operations ? nextLevel : level).Add(next);
                    }
                }
            }

            level = nextLevel.Count > 0 ? nextLevel : throw new InvalidOperationException("The operation is on no circle.");
        }
    }

    private int[] Trace(int start, int last)
    {
        List<int> circle = [];
        for (var node = last; node != start; node = cameFrom[node])
        {
            if (node < graph.Operations)
            {
                circle.Add(node);
            }
        }

        circle.Add(start);
        circle.Reverse();
        return [.. circle];
    }
}
