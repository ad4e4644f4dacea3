using System.Collections.Concurrent;

namespace KeyedState.Harness;

/// <summary>Waits until a thread that is not the pool's has completed a task.</summary>
internal readonly struct HandedOverCode : IUpdateCode
{
    private static readonly Lazy<BlockingCollection<TaskCompletionSource>> Waiting = new(Start);

    public static ValueTask AwaitAsync()
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting.Value.Add(completion);
        return new ValueTask(completion.Task);
    }

    // It lives as long as the process, which was started for one state.
    private static BlockingCollection<TaskCompletionSource> Start()
    {
        var waiting = new BlockingCollection<TaskCompletionSource>();
        var thread = new Thread(() =>
        {
            foreach (var completion in waiting.GetConsumingEnumerable())
            {
                completion.SetResult();
            }
        })
        {
            IsBackground = true,
            Name = nameof(HandedOverCode),
        };
        thread.Start();
        return waiting;
    }
}
