namespace KeyedState.Harness;

/// <summary>The keys and values of one worker, as a type that its operations are compiled for: how keys are distributed costs nobody a branch.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IDraws<TSelf>
    where TSelf : struct, IDraws<TSelf>
{
    /// <summary>The draws of a worker of a scenario; the same every time.</summary>
    static abstract TSelf Of(Scenario scenario, int worker);

    /// <summary>Moves to the next operation and draws its key.</summary>
    int NextKey();

    /// <summary>Draws the value of the operation whose key was drawn last.</summary>
    int Value();

    /// <summary>Draws a number from 0 to 2³² − 1 that decides what kind of operation it is.</summary>
    uint Choice();
}
