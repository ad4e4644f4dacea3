using KeyedState.Exploration;

namespace KeyedState;

/// <summary>The framework's, as steps of a schedule.</summary>
internal static class Volatile
{
    public static T Read<T>(ref T location)
    {
        Schedule.Step();
        return location;
    }

    public static void Write<T>(ref T location, T value)
    {
        Schedule.Step();
        location = value;
        Schedule.NoteChange();
    }
}
