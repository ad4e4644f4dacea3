namespace KeyedState.Results;

/// <summary>
/// What a state promises its callers. Only states of one promise are ranked against each other: one that runs callers on the
/// owner's thread saves what others pay so that a caller that blocks delays nobody.
/// </summary>
/// <param name="Replies">When and where a caller goes on, one of <see cref="ReplyModes"/>.</param>
/// <param name="BlockingCaller">What a caller that blocks does to the others, one of <see cref="Effects"/>.</param>
public sealed record Promise(string Replies, string BlockingCaller)
{
    /// <summary>The ways of answering, from the soonest reply on.</summary>
    public static IReadOnlyList<string> ReplyModes { get; } = ["AtOnce", "AtOnceWhenFree", "Asynchronous", "Inline"];

    /// <summary>What a caller that blocks can do to the others, the mildest first.</summary>
    public static IReadOnlyList<string> Effects { get; } = ["DelaysNobody", "DelaysOthers", "StopsItsBatch", "StopsEveryone"];

    /// <summary>
    /// The limit that allocations are held against. Callers that may be answered at once yield in between, as the empty
    /// state's do, and that allocates.
    /// </summary>
    public string Limit => Replies is "AtOnce" or "AtOnceWhenFree" ? RunAnalysis.EmptyName : RunAnalysis.FloorName;

    /// <summary>The place among all promises, by the way of answering and then by the effect.</summary>
    internal int Order => (Effects.Count * PlaceIn(ReplyModes, Replies)) + PlaceIn(Effects, BlockingCaller);

    /// <summary>What a state promises.</summary>
    /// <param name="state">What the state declared.</param>
    public static Promise Of(StoredState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state.Replies, state.BlockingCaller);
    }

    private static int PlaceIn(IReadOnlyList<string> all, string one) => all.TakeWhile(other => other != one).Count();
}
