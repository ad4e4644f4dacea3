namespace KeyedState;

/// <summary>An operation of several steps on its way to an owner.</summary>
/// <typeparam name="T">What the caller is told.</typeparam>
/// <param name="command">The operation.</param>
internal sealed class CompoundCompletionRequest<T>(CompoundCommand<T> command) : CompletionRequest
    where T : struct
{
    private readonly TaskCompletionSource<T> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the owner has performed the operation, on a thread of the pool.</summary>
    public Task<T> Reply => reply.Task;

    /// <inheritdoc/>
    public override void Serve(Dictionary<int, int> map)
    {
        try
        {
            reply.SetResult(command.Apply(map));
        }
        catch (InvalidTransferException exception)
        {
            reply.SetException(exception);
        }
    }
}
