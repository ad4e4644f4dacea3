using KeyedState.Exploration;

namespace KeyedState;

/// <summary>The framework's, as steps of a schedule.</summary>
internal static class Interlocked
{
    public static T Exchange<T>(ref T location, T value)
    {
        Schedule.Step();
        var before = location;
        location = value;
        Schedule.NoteChange();
        return before;
    }

    public static T CompareExchange<T>(ref T location, T value, T comparand)
    {
        Schedule.Step();
        var before = location;
        if (EqualityComparer<T>.Default.Equals(before, comparand))
        {
            location = value;
            Schedule.NoteChange();
        }

        return before;
    }

    public static int Increment(ref int location) => Add(ref location, 1);

    public static int Decrement(ref int location) => Add(ref location, -1);

    /// <summary>Nothing: steps happen in one order for all threads.</summary>
    public static void MemoryBarrierProcessWide() => Schedule.Step();

    private static int Add(ref int location, int value)
    {
        Schedule.Step();
        location += value;
        Schedule.NoteChange();
        return location;
    }
}
