namespace KeyedState.Exploration;

/// <summary>What the callers of a small history do; see <see cref="SmallHistory"/> for the steps.</summary>
internal static class Scripts
{
    /// <summary>Callers meet at a key, and look at the other.</summary>
    public static readonly string[] Meeting = ["w0 r1", "w0 r0", "w1 r0"];

    /// <summary>Some callers block their thread until they are answered.</summary>
    public static readonly string[] Waiting = ["w0 W0 r0", "w0 R0 w1", "r0 w0"];

    /// <summary>A caller blocks its thread for as long as there are others.</summary>
    public static readonly string[] Blocking = ["w0 b r0", "w0 r0", "r0 w0 w1"];

    /// <summary>The state is disposed of meanwhile.</summary>
    public static readonly string[] Disposal = ["w0 r0", "w1 w0", "d"];

    /// <summary>Operations of several steps meet each other, and plain ones.</summary>
    public static readonly string[] SeveralSteps = ["a0 t0", "w1 t1 s", "s a1"];

    /// <summary>They meet, some callers stay for long enough to be given to another pump, and one blocks its thread until it is answered.</summary>
    public static readonly string[] SeveralStepsForLong = ["a0 t0 a0 s", "a1 t1 R0 a1", "s t0 s"];

    /// <summary>The state is disposed of while operations of several steps are under way.</summary>
    public static readonly string[] SeveralStepsAndDisposal = ["a0 t0", "s a0", "d"];

    /// <summary>One writes more often than another reads.</summary>
    public static readonly string[] Rewriting = ["w0 w0 w0", "r0 r0", "r0"];

    /// <summary>Nobody is there for a while, and then a caller that blocks.</summary>
    public static readonly string[] Waking = ["w0", "r0 W0"];

    /// <summary>Callers stay for long enough to be given to another pump.</summary>
    public static readonly string[] Splitting = ["w0 r0 w0", "r0 w1 r0 w1 r0", "w0 r1 r0 w1"];

    /// <summary>Callers stay for long enough to be given to another pump and back.</summary>
    public static readonly string[] Joining = ["w0 r0 w0 r1 r0 w0", "r0 w1 r0 w1 r0 w1", "w0 r1 r0 w1"];

    /// <summary>Callers are given to and fro, and one blocks its thread meanwhile.</summary>
    public static readonly string[] JoiningBlocked = ["w0 r0 b w0", "r0 w1 r0 w1 r0", "w0 r1 r0 w1 r1"];

    /// <summary>Callers are given to and fro while the state is disposed of.</summary>
    public static readonly string[] JoiningDisposal = ["w0 r0 w0 r1 d", "r0 w1 r0 w1 r0", "w0 r1 r0 w1 r1"];

    /// <summary>Some callers end early, so that their pump rests and then gets callers of another.</summary>
    public static readonly string[] Resting = ["w0 r0", "r0 w1", "w0 r1 r0 w1 r0 w1", "r1 w0 r1 w0 r1 r0"];
}
