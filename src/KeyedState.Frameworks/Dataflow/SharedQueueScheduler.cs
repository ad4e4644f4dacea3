using System.Collections.Concurrent;

namespace KeyedState.Frameworks;

/// <summary>Runs tasks from the queue that all threads of the pool share.</summary>
/// <remarks>
/// The default scheduler puts a task of a pool's thread into that thread's own queue, from where it runs next. A block
/// whose caller runs on the pool would then be started for each request alone; behind the others in the shared queue it
/// finds what they asked for meanwhile. An operation takes half the time, and a task is made for a turn and not for a
/// request.
/// </remarks>
internal sealed class SharedQueueScheduler : TaskScheduler, IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<Task> tasks = new();

    private SharedQueueScheduler()
    {
    }

    /// <summary>The only one: it holds nothing of those that use it.</summary>
    public static SharedQueueScheduler Instance { get; } = new();

    /// <summary>Runs one task: there is a work item for each.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (tasks.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        tasks.Enqueue(task);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => tasks;
}
