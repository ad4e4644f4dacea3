namespace KeyedState.Verification;

/// <summary>A thread for one piece of work.</summary>
internal static class OwnThread
{
    /// <summary>Starts one; its process does not wait for it.</summary>
    /// <param name="work">Called on the thread; it throws nothing.</param>
    /// <returns>Ends with the work.</returns>
    public static Task Run(Action work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            work();
            ended.SetResult();
        });
        thread.IsBackground = true;
        thread.Name = nameof(OwnThread);
        thread.Start();
        return ended.Task;
    }
}
