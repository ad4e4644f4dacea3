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
    public async ValueTask<int> ReplyAsync(ValueTask served)
    {
        var reply = Request!.Reply;
        var service = served.AsTask();

        // A withdrawn request is answered before the grain comes to it; one that the silo turns away, never.
        await Task.WhenAny(reply, service);
        if (!reply.IsCompleted)
        {
            await service;
        }

        return await reply;
    }
}
