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

    /// <summary>The condition under which an answer is asked for.</summary>
    public static string Promise(string replies) => replies switch
    {
        "AtOnce" => "If callers may be answered at once",
        "AtOnceWhenFree" => "If callers may be answered at once but must never block",
        "Asynchronous" => "If every answer is asynchronous",
        _ => "If the owner's thread may run its callers",
    };

    /// <summary>The heading over the states of one promise.</summary>
    public static string Group(StateAnalysis state) => state.IsLimit ? "Limits, not designs" : state.Declared.Replies switch
    {
        "AtOnce" => "Answers at once",
        "AtOnceWhenFree" => "Answers at once when free, else later",
        "Asynchronous" => "Answers asynchronously",
        _ => "Answers inline, on the owner's thread",
    };

    /// <summary>What a caller that blocks does to the others.</summary>
    public static string BlockingCaller(string effect) => effect switch
    {
        "DelaysNobody" => "delays nobody else",
        "DelaysOthers" => "delays others for a bounded time",
        "StopsItsBatch" => "stops those answered in the same batch, not the owner",
        "StopsEveryone" => "stops the owner and everyone",
        _ => Spaced(effect),
    };

    /// <summary>A mark's name.</summary>
    public static string Of(Mark mark) => mark switch
    {
        Mark.Failed => "failed",
        Mark.TooFewLaunches => "too few launches",
        Mark.Unsteady => "unsteady",
        Mark.RolesApart => "roles apart",
        _ => "not settled",
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
