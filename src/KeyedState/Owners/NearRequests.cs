namespace KeyedState;

/// <summary>Requests of callers that the thread of an owner with <see cref="RevocableReplies"/> may be running just now.</summary>
internal static class NearRequests
{
    /// <summary>
    /// A request to fill in and then to send with <see cref="MustPush"/>: one of the thread that is running the caller, if it
    /// runs callers of this inbox's owner, and else one of the pool.
    /// </summary>
    /// <param name="inbox">The owner's inbox.</param>
    public static TurnRequest For(Inbox inbox) =>
        RevocableReplies.OfThisThread is { } running && running.Serves(inbox) ? running.Next() : TurnRequestPool.Rent();

    /// <summary>Sends the request that <see cref="For"/> gave this thread.</summary>
    /// <param name="inbox">The owner's inbox.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether nobody owned the inbox: the caller must now bring an owner.</returns>
    public static bool MustPush(Inbox inbox, TurnRequest request) =>
        request.IsPooled ? inbox.Push(request) : RevocableReplies.OfThisThread!.MustPush(request);
}
