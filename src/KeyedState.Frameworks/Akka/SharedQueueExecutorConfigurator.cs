using Akka.Configuration;
using Akka.Dispatch;

namespace KeyedState.Frameworks;

/// <summary>Has Akka.NET run its actors from the queue that all threads of the pool share.</summary>
/// <remarks>
/// By default it prefers the queue of the thread that sends. A caller which asks again there is followed by the actor at
/// once, and so each request is a turn of its own. Behind the others in the shared queue, requests gather: with many
/// callers of one actor an operation takes a fifth to a third less, on one core and on several. Akka.NET's own other
/// executors take more than its default, and more than 30 messages a turn gain nothing.
/// </remarks>
internal sealed class SharedQueueExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    /// <summary>Has the default dispatcher use this.</summary>
    public static Config OfDefaultDispatcher { get; } = ConfigurationFactory.ParseString(
        $"akka.actor.default-dispatcher.executor = \"{typeof(SharedQueueExecutorConfigurator).AssemblyQualifiedName}\"");

    /// <inheritdoc/>
    public override ExecutorService Produce(string id) => new SharedQueueExecutor(id);

    private sealed class SharedQueueExecutor(string id) : ExecutorService(id)
    {
        public override void Execute(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);

        public override void Shutdown()
        {
            // The pool is the runtime's.
        }
    }
}
