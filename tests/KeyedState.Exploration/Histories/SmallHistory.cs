using KeyedState.Harness;
using KeyedState.Verification;

namespace KeyedState.Exploration;

/// <summary>A few callers of one state, each with a script, and what they saw.</summary>
/// <remarks>
/// A script's steps: <c>w0</c> writes to key 0, <c>r0</c> reads it, <c>W0</c> and <c>R0</c> block the thread until they are
/// answered, <c>a0</c> adds 1 to key 0, <c>t0</c> moves 1 from it to the other key if it can, <c>s</c> reads both keys at one
/// instant, <c>b</c> blocks the thread until all other callers have ended, <c>d</c> disposes of the state, after which
/// callers may be refused.
/// </remarks>
internal sealed class SmallHistory
{
    private const int Keys = 2;

    // A watcher needs two looks to see that a caller is blocked.
    private const int LooksForBlocked = 2;

    // Enough for a look that finds somebody at work, and for a timer that goes to rest.
    private const int TicksAtAnyTime = 3;

    private readonly IKeyedState state;
    private readonly List<Operation> operations = [];
    private readonly CompoundSteps steps;
    private readonly int callers;
    private int ended;
    private int written;
    private long clock;
    private bool mayRefuse;

    private SmallHistory(IKeyedState state, int callers)
    {
        this.state = state;
        this.callers = callers;
        steps = new CompoundSteps(state, () => ++clock);
    }

    /// <summary>Runs the scripts in one schedule, and fails it if what they saw is not linearizable.</summary>
    /// <param name="create">Makes the state.</param>
    /// <param name="scripts">What each caller does.</param>
    public static void Run(Func<IKeyedState> create, params string[] scripts)
    {
        using var schedule = Schedule.Begin();
        var history = new SmallHistory(create(), scripts.Length);
        Schedule.AllowTicks(TicksAtAnyTime);
        for (var caller = 0; caller < scripts.Length; caller++)
        {
            var (number, script) = (caller, scripts[caller]);
            Schedule.Start(() => _ = history.CallAsync(number, script.Split(' ')));
        }

        Schedule.Await(() => history.ended == scripts.Length);
        history.End();
        schedule.AwaitThreads();
        history.Check();
    }

    private async Task CallAsync(int caller, string[] script)
    {
        try
        {
            foreach (var step in script)
            {
                Schedule.Step();
                await DoAsync(caller, step).ConfigureAwait(false);
            }

            ended++;
        }
        catch (Exception exception) when (exception is not (ScheduleOverException or ThreadInterruptedException))
        {
            Schedule.Fail(exception.ToString());
        }
    }

    private ValueTask DoAsync(int caller, string step) => step[0] switch
    {
        'r' or 'R' => ReadAsync(caller, KeyOf(step), blocks: step[0] == 'R'),
        'w' or 'W' => WriteAsync(caller, KeyOf(step), blocks: step[0] == 'W'),
        'a' => RefusableAsync(steps.AddAsync(caller, KeyOf(step))),
        't' => RefusableAsync(steps.TransferAsync(caller, KeyOf(step), Keys - 1 - KeyOf(step))),
        's' => RefusableAsync(steps.SnapshotAsync(caller, Keys)),
        'b' => BlockUntilOthersEnd(),
        'd' => DisposeAsync(),
        _ => throw new ArgumentException($"No step is {step}."),
    };

    private async ValueTask ReadAsync(int caller, int key, bool blocks)
    {
        var called = ++clock;
        try
        {
            var reply = state.ReadAsync(key);
            var value = blocks ? Block(reply.AsTask()).Result : await reply.ConfigureAwait(false);
            operations.Add(new(OperationKind.Read, caller, key, value, called, ++clock));
        }
        catch (ObjectDisposedException) when (mayRefuse)
        {
            // Not in the history: it must have had no effect.
        }
    }

    private async ValueTask WriteAsync(int caller, int key, bool blocks)
    {
        var (value, called) = (++written, ++clock);
        try
        {
            var reply = state.WriteAsync(key, value);
            if (blocks)
            {
                await Block(reply.AsTask()).ConfigureAwait(false);
            }
            else
            {
                await reply.ConfigureAwait(false);
            }

            operations.Add(new(OperationKind.Write, caller, key, value, called, ++clock));
        }
        catch (ObjectDisposedException) when (mayRefuse)
        {
            // Not in the history: a read of its value would be one of a value that nobody wrote.
        }
    }

    private async ValueTask RefusableAsync(ValueTask step)
    {
        try
        {
            await step.ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (mayRefuse)
        {
            // Not in the history: it must have had no effect.
        }
    }

    private ValueTask BlockUntilOthersEnd()
    {
        Block(() => ended == callers - 1);
        return ValueTask.CompletedTask;
    }

    private async ValueTask DisposeAsync()
    {
        mayRefuse = true;
        await Block(state.DisposeAsync().AsTask()).ConfigureAwait(false);
    }

    // A write may be lost that nobody reads, and a disposal may close what is still in use.
    private void End()
    {
        for (var key = 0; key < Keys; key++)
        {
            Block(ReadAsync(callers, key, blocks: true).AsTask());
        }

        Block(state.DisposeAsync().AsTask());
    }

    private void Check()
    {
        var violation = steps.Any ? steps.Check(operations) : RegisterChecker.Check(new History([.. operations]));
        if (violation is not null)
        {
            Schedule.Fail(violation.Sentence);
        }
    }

    private static T Block<T>(T task)
        where T : Task
    {
        Block(() => task.IsCompleted);
        return task;
    }

    private static void Block(Func<bool> until)
    {
        Schedule.AllowTicks(LooksForBlocked);
        Schedule.Await(until);
    }

    private static int KeyOf(string step) => step[1] - '0';
}
