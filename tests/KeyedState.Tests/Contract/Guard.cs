namespace KeyedState.Tests.Contract;

/// <summary>Turns a hang into a failure. The limit is far beyond what any test takes and decides nothing else.</summary>
public static class Guard
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task InTime(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static void InTime(this ManualResetEventSlim signal) =>
        Assert.True(signal.Wait(Limit, TestContext.Current.CancellationToken), "Nobody gave the signal.");
}
