namespace KeyedState.Results;

/// <summary>A stored run that cannot be used. The message is one line: the file, what is wrong, and what to do.</summary>
public sealed class StoredRunException : Exception
{
    /// <summary>Creates an exception whose line breaks and control characters are made visible.</summary>
    /// <param name="message">The whole sentence for people.</param>
    /// <param name="inner">What was found underneath, if anything.</param>
    public StoredRunException(string message, Exception? inner = null)
        : base(PlainText.OneLine(message), inner)
    {
    }
}
