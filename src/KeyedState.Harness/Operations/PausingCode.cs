namespace KeyedState.Harness;

/// <summary>Waits for a millisecond, as code does that asks another service.</summary>
internal readonly struct PausingCode : IUpdateCode
{
    // They live as long as the process, which was started for one state.
    private static readonly Lazy<Pacer> Pacer = new(() => new Pacer(TimeSpan.FromMilliseconds(1)));
    private static readonly PauseRecord Unread = new();

    public static async ValueTask AwaitAsync() => await new Pause(Pacer.Value, Unread).BeginAsync();
}
