namespace KeyedState.Stores;

/// <summary>An engine that did not start, did not become ready in time, or ended by itself.</summary>
public sealed class EngineFailedException : Exception
{
    /// <summary>Says that an engine failed.</summary>
    public EngineFailedException()
        : base("An engine failed.")
    {
    }

    /// <summary>Says how.</summary>
    /// <param name="message">One sentence that names the engine.</param>
    public EngineFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Says how and why.</summary>
    /// <param name="message">One sentence that names the engine.</param>
    /// <param name="innerException">The reason.</param>
    public EngineFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
