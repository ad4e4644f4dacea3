namespace KeyedState;

/// <summary>When and where a caller goes on after an operation.</summary>
public enum ReplyMode
{
    /// <summary>The operation is complete when the call returns; the caller's thread may block meanwhile.</summary>
    AtOnce,

    /// <summary>
    /// As <see cref="AtOnce"/> if the state is free when the call comes, else as <see cref="Asynchronous"/>: no thread
    /// blocks until it is the caller's turn.
    /// </summary>
    AtOnceWhenFree,

    /// <summary>The call returns before the reply; the caller resumes later, never inside the owner's turn.</summary>
    Asynchronous,

    /// <summary>The call returns before the reply; the owner's own thread runs the caller when it answers.</summary>
    Inline,
}
