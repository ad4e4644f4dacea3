namespace KeyedState.Frameworks;

/// <summary>A caller's code on its way to a grain of the same process. Orleans copies what a grain is sent, unless it never changes.</summary>
[GenerateSerializer]
[Immutable]
internal sealed class LocalUpdate
{
    /// <summary>The code and its reply. No other process could be sent it.</summary>
    [field: NonSerialized]
    public ExclusiveUpdateRequest? Request { get; init; }

    /// <summary>The reply to the caller.</summary>
    /// <param name="served">The call of the grain that was sent this.</param>
    public async Task<int> ReplyAsync(Task served)
    {
        // A withdrawn request is answered before the grain comes to it; one that the silo turns away, never.
        var reply = Request!.Reply;
        await Task.WhenAny(reply, served);
        try
        {
            await (reply.IsCompleted ? Task.CompletedTask : served);
        }
        catch (TimeoutException)
        {
            // Orleans has ceased to wait, but the code goes on, and nobody else comes to the key before it has ended.
        }

        return await reply;
    }
}
