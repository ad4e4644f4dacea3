using KeyedState.Exploration;

namespace KeyedState;

/// <summary>A pool with a thread for each work item, so that any two may run at the same time.</summary>
internal static class ThreadPool
{
    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem item, bool preferLocal)
    {
        Schedule.Start(item.Execute);
        return true;
    }
}
