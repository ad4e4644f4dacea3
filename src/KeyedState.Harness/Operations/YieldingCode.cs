namespace KeyedState.Harness;

/// <summary>Lets the pool's other work go first.</summary>
internal readonly struct YieldingCode : IUpdateCode
{
    public static async ValueTask AwaitAsync() => await Task.Yield();
}
