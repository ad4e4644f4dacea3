using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The colour of a state in pictures, by how its calls complete.</summary>
internal static class ReplyColour
{
    /// <summary>The style class that has the colour.</summary>
    public static string Of(StoredState state) => state.Replies switch
    {
        "AtOnce" => "now",
        "AtOnceWhenFree" => "soon",
        "Asynchronous" => "later",
        _ => "inline",
    };
}
