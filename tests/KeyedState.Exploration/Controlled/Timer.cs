using KeyedState.Exploration;

namespace KeyedState;

/// <summary>A timer that ticks at any time while it is set, as often as the schedule allows.</summary>
internal sealed class Timer
{
    private bool isSet;

    public Timer(TimerCallback callback, object state, int dueTime, int period)
    {
        isSet = period >= 0;
        Schedule.StartTimer(() => isSet, () => callback(state));
    }

    public bool Change(int dueTime, int period)
    {
        Schedule.Step();
        isSet = period >= 0;
        return true;
    }
}
