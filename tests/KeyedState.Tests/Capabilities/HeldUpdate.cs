using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Capabilities;

/// <summary>An update whose code runs until the test ends it.</summary>
internal sealed class HeldUpdate : IAsyncDisposable
{
    public const int NewValue = 1_000;

    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int> update = Task.FromResult(0);

    /// <summary>Begins an update, and returns when its code runs.</summary>
    public static async Task<HeldUpdate> BeginAsync(IKeyedState state, int key)
    {
        var held = new HeldUpdate();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        held.update = ((IExclusiveUpdate)state).UpdateAsync(key, async (_, _) =>
        {
            begun.SetResult();
            await held.end.Task;
            return NewValue;
        }).AsTask();
        await begun.Task.InTime();
        return held;
    }

    /// <summary>Ends the code. The update completes, or fails because the state was disposed of.</summary>
    public async Task EndAsync()
    {
        end.TrySetResult();
        Assert.True(await Record.ExceptionAsync(() => update.InTime()) is null or ObjectDisposedException);
    }

    public async ValueTask DisposeAsync() => await EndAsync();
}
