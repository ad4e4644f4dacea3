using System.Text.RegularExpressions;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The words for what runs store as identifiers.</summary>
internal static partial class Words
{
    /// <summary>How a state answers, as it stands in a table.</summary>
    public static string Replies(string replies) => replies switch
    {
        "AtOnce" => "at once",
        "Inline" => "inline",
        _ => Spaced(replies),
    };

    /// <summary>What a caller that blocks does to the others, as it stands in a table.</summary>
    public static string BlockingCaller(string effect) => effect switch
    {
        "DelaysNobody" => "delays nobody",
        "DelaysOthers" => "delays others briefly",
        "StopsItsBatch" => "stops its batch",
        _ => "stops everyone",
    };

    /// <summary>The same as a sentence.</summary>
    public static string Blocking(string effect) => effect switch
    {
        "DelaysNobody" => "A caller that blocks its thread delays nobody else.",
        "DelaysOthers" => "If a caller blocks its thread, others wait for a bounded time and then go on.",
        "StopsItsBatch" => "If a caller blocks its thread, the others answered in the same batch wait for it; the owner goes on.",
        _ => "If a caller blocks its thread, the owner waits for it, and everyone waits for the owner.",
    };

    /// <summary>What a promise is, as the start of a sentence about the best state that makes it.</summary>
    public static string Condition(Promise promise)
    {
        var answered = promise.Replies switch
        {
            "AtOnce" => "Callers are answered at once, perhaps after waiting for a lock",
            "AtOnceWhenFree" => "Callers are answered at once where nobody else is served, and never wait for a lock",
            "Asynchronous" => "Every answer is asynchronous",
            _ => "The owner's thread runs its callers",
        };
        var blocked = promise.BlockingCaller switch
        {
            "DelaysNobody" => "delays nobody",
            "DelaysOthers" => "delays others for a bounded time",
            "StopsItsBatch" => "stops those answered in the same batch",
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
            return ("Limits, not designs", "what the others are held against");
        }

        var answers = state.Replies switch
        {
            "AtOnce" => "Answers at once",
            "AtOnceWhenFree" => "Answers at once when free, else later",
            "Asynchronous" => "Answers asynchronously",
            _ => "Answers inline, on the owner's thread",
        };
        return (answers, $"a blocking caller {BlockingCaller(state.BlockingCaller)}");
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

    /// <summary>A row's marks; how many launches did not settle is part of theirs.</summary>
    public static string Marks(StateAnalysis state)
    {
        var unsettled = state.Launches.Count(launch => !launch.Settled);
        return string.Join(", ", state.Marks.Select(mark =>
            mark == Mark.NotSettled ? $"{Of(mark)} ({unsettled} of {state.Launches.Count})" : Of(mark)));
    }

    /// <summary>An identifier as lower-case words.</summary>
    public static string Spaced(string identifier) => Humps().Replace(identifier, " ").ToLowerInvariant();

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();
}
