namespace KeyedState.Verification;

/// <summary>Tells the workers of a recording to end.</summary>
internal sealed class Halt
{
    private volatile bool isSet;

    /// <summary>Whether they are to end.</summary>
    public bool IsSet => isSet;

    /// <summary>Has them end before their next operation.</summary>
    public void Set() => isSet = true;
}
