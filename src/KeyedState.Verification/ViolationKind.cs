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

    /// <summary>An operation found a value that nobody made of the key.</summary>
    NeverMade,

    /// <summary>Two operations each put their own value in the place of the same one.</summary>
    LostUpdate,

    /// <summary>A transfer was made without enough, or refused though there was enough.</summary>
    WrongGuard,

    /// <summary>A snapshot read two values from one key.</summary>
    TwoValuesAtOnce,

    /// <summary>Each of some operations must take effect before the next, and the last before the first.</summary>
    Circle,

    /// <summary>No order of effects explains the operations, and a search through all of them showed it.</summary>
    NoOrder,

    /// <summary>The code of an update didn't run exactly once, within its call, and with the value before.</summary>
    CodeRunWrongly,

    /// <summary>The code of two updates of one key ran at the same time, or another operation changed the key meanwhile.</summary>
    NotExclusive,

    /// <summary>An operation on a live state threw.</summary>
    Threw,

    /// <summary>An operation was never answered.</summary>
    Hung,
}
