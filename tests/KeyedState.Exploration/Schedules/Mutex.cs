namespace KeyedState.Exploration;

/// <summary>Mutual exclusion that the schedule decides about.</summary>
internal sealed class Mutex
{
    private bool isHeld;

    public void Enter()
    {
        Schedule.Step();
        Schedule.Await(() => !isHeld);
        isHeld = true;
    }

    public void Leave()
    {
        isHeld = false;
        Schedule.NoteChange();
    }
}
