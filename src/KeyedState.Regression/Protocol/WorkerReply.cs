using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>One answer of a worker: a JSON object on one line.</summary>
public record WorkerReply
{
    /// <summary>Why the request could not be served; null when it was.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// What about the answer cannot be; null when all is well. A worker's answer is input like any file, and what its line
    /// lacks is null here, whatever its type says and its initializer sets.
    /// </summary>
    protected internal virtual string? Problem => null;

    /// <summary>What about a note in an answer cannot be; null when all is well.</summary>
    /// <param name="bytes">The note.</param>
    private protected static string? ProblemOf(byte[]? bytes) =>
        bytes is null || LaunchNote.Read(bytes) is not { } note ? "a damaged note"
        : note.Error is not null ? "a note of what failed"
        : note.Problem() is { } problem ? $"a note that has {problem}"
        : null;
}
