namespace KeyedState.Regression;

/// <summary>A worker did not do what it was asked: it ended, answered garbage, was too slow, or reported a failure.</summary>
public sealed class WorkerException : Exception
{
    /// <summary>Says who failed and how.</summary>
    /// <param name="label">Whose worker it is, such as "base".</param>
    /// <param name="how">What it did, as the rest of a sentence on one line.</param>
    /// <param name="cause">What led to it; null where there is nothing more.</param>
    public WorkerException(string label, string how, Exception? cause = null)
        : base($"The worker of {label} {how}", cause) => Label = label;

    /// <summary>Whose worker it is.</summary>
    public string Label { get; }
}
