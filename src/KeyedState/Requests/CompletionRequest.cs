namespace KeyedState;

/// <summary>One operation on its way to an owner, with a completion source of its own for the reply: used once.</summary>
/// <param name="Key">The key.</param>
/// <param name="NewValue">What the key becomes; null to read it.</param>
internal sealed record CompletionRequest(int Key, int? NewValue)
{
    private readonly TaskCompletionSource<int> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the key's value, on a thread of the pool.</summary>
    public Task<int> Reply => reply.Task;

    /// <summary>Does what was asked for, and replies. Only the owner of <paramref name="map"/> calls this.</summary>
    public void Serve(Dictionary<int, int> map)
    {
        if (NewValue is { } value)
        {
            map[Key] = value;
        }

        reply.SetResult(map.ReadOrZero(Key));
    }
}
