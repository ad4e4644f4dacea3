namespace KeyedState.Verification;

/// <summary>Which rule a state broke.</summary>
public enum ViolationKind
{
    /// <summary>A read returned a value that no write wrote.</summary>
    NeverWritten,

    /// <summary>A read returned a value that was written to another key only.</summary>
    OtherKeysValue,

    /// <summary>A read returned before the write of its value was called.</summary>
    ReadBeforeItsWrite,

    /// <summary>A read returned the start value although something had been written before it was called.</summary>
    Forgotten,

    /// <summary>A read returned a value that a later write had replaced before the read was called.</summary>
    StaleRead,

    /// <summary>Of two values whose writes overlap, each was there before the other, and neither was written twice.</summary>
    ContradictoryOrder,

    /// <summary>An operation on a live state threw.</summary>
    Threw,

    /// <summary>An operation was never answered.</summary>
    Hung,
}
