using System.Text.RegularExpressions;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The words for what runs store as identifiers.</summary>
internal static partial class Words
{
    /// <summary>How a state's calls complete, as it stands in a table.</summary>
    public static string Replies(string replies) => replies switch
    {
        "AtOnce" => "synchronously",
        "AtOnceWhenFree" => "synchronously when free",
        "Asynchronous" => "asynchronously",
        "Inline" => "on the owner's thread",
        _ => Spaced(replies),
    };

    /// <summary>What a caller that blocks does to the others, as it stands in a table.</summary>
    public static string BlockingCaller(string effect) => effect switch
    {
        "DelaysNobody" => "delays nobody",
        "DelaysOthers" => "delays others briefly",
        "StopsItsBatch" => "stops some others",
        _ => "stops everyone",
    };

    /// <summary>The same as a sentence.</summary>
    public static string Blocking(string effect) => effect switch
    {
        "DelaysNobody" => "A caller that blocks its thread delays nobody else.",
        "DelaysOthers" => "If a caller blocks its thread, others wait for a bounded time and then go on.",
        "StopsItsBatch" => "If a caller blocks its thread, the callers served in the same batch wait for it; the owner goes on.",
        _ => "If a caller blocks its thread, the owner waits for it, and everyone waits for the owner.",
    };

    /// <summary>What a promise is, as the start of a sentence about the best state that makes it.</summary>
    public static string Condition(Promise promise)
    {
        var answered = promise.Replies switch
        {
            "AtOnce" => "Calls complete synchronously, some after waiting for a lock",
            "AtOnceWhenFree" => "Calls complete synchronously when no other call is being served, else asynchronously, and no call waits for a lock",
            "Asynchronous" => "Calls complete asynchronously",
            _ => "Calls complete asynchronously, and the caller continues on the owner's thread",
        };
        var blocked = promise.BlockingCaller switch
        {
            "DelaysNobody" => "delays nobody",
            "DelaysOthers" => "delays others for a bounded time",
            "StopsItsBatch" => "stops those served in the same batch",
            _ => "stops everyone",
        };
        return $"{answered}; a caller that then blocks its thread {blocked}";
    }

    /// <summary>The two lines over the states of one promise: how they answer, and what a caller that blocks does.</summary>
    public static (string Answers, string Blocking) Group(StateAnalysis state) => Group(state.Declared);

    /// <inheritdoc cref="Group(StateAnalysis)"/>
    public static (string Answers, string Blocking) Group(StoredState state)
    {
        if (state.IsLimit)
        {
            return ("Limits: no designs to choose", "each shows one part of the cost alone");
        }

        var answers = state.Replies switch
        {
            "AtOnce" => "Calls complete synchronously",
            "AtOnceWhenFree" => "Synchronously when free, else later",
            "Asynchronous" => "Calls complete asynchronously",
            _ => "Callers continue on the owner's thread",
        };
        return (answers, $"a caller that blocks {BlockingCaller(state.BlockingCaller)}");
    }

    /// <summary>A mark's name.</summary>
    public static string Of(Mark mark) => mark switch
    {
        Mark.Failed => "failed",
        Mark.TooFewLaunches => "too few launches",
        Mark.Unsteady => "unsteady",
        Mark.RolesApart => "roles apart",
        Mark.NotSettled => "not settled",
        Mark.ShortIterations => "short iterations",
        _ => "collections",
    };

    /// <summary>An identifier as lower-case words.</summary>
    public static string Spaced(string identifier) => Humps().Replace(identifier, " ").ToLowerInvariant();

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}
