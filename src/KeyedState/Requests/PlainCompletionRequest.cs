namespace KeyedState;

/// <summary>A read or a write on its way to an owner.</summary>
/// <param name="key">The key.</param>
/// <param name="newValue">What the key becomes; null to read it.</param>
internal sealed class PlainCompletionRequest(int key, int? newValue) : CompletionRequest
{
    private readonly TaskCompletionSource<int> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the key's value, on a thread of the pool.</summary>
    public Task<int> Reply => reply.Task;

    /// <inheritdoc/>
    public override void Serve(Dictionary<int, int> map)
    {
        if (newValue is { } value)
        {
            map[key] = value;
        }

        reply.SetResult(map.ReadOrZero(key));
    }
}
