namespace KeyedState;

/// <summary>The order of magnitude of what one operation of a state takes.</summary>
public enum CostClass
{
    /// <summary>A few to some tens of nanoseconds: the operation completes on the caller's thread.</summary>
    TensOfNanoseconds,

    /// <summary>Tens to hundreds of nanoseconds: the caller is suspended and resumed.</summary>
    HundredsOfNanoseconds,

    /// <summary>About a microsecond and more.</summary>
    Microseconds,
}
