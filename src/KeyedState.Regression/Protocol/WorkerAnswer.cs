namespace KeyedState.Regression;

/// <summary>One answer of a worker: a JSON object on one line.</summary>
public record WorkerAnswer
{
    /// <summary>Why the request could not be served; null when it was.</summary>
    public string? Error { get; init; }

    /// <summary>What about the answer cannot be; null when all is well. A worker's answer is input like any file.</summary>
    protected internal virtual string? Problem => null;
}
