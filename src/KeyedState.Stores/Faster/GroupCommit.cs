namespace KeyedState.Stores;

/// <summary>
/// Commits that many wait for together: whoever comes while one is under way waits for the next, which is made for all who came by then.
/// </summary>
/// <param name="commit">Makes everything durable that was done before it was called. Never called while another call is under way.</param>
internal sealed class GroupCommit(Func<Task> commit)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private bool commits;

    /// <summary>Completes once a commit that began after this call has succeeded.</summary>
    /// <exception cref="Exception">What that commit threw, as it threw it.</exception>
    public Task JoinAsync()
    {
        lock (gate)
        {
            waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!commits)
            {
                commits = true;
                _ = Task.Run(CommitWhileSomebodyWaitsAsync);
            }

            return waiting.Task;
        }
    }

    private async Task CommitWhileSomebodyWaitsAsync()
    {
        while (NextGroup() is { } group)
        {
            try
            {
                await commit();
                group.SetResult();
            }
            catch (Exception failure)
            {
                // Whoever waits decides what it means.
                group.SetException(failure);
            }
        }
    }

    private TaskCompletionSource? NextGroup()
    {
        lock (gate)
        {
            var group = waiting;
            (waiting, commits) = (null, group is not null);
            return group;
        }
    }
}
