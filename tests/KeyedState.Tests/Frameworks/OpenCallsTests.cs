using KeyedState.Frameworks;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Frameworks;

public sealed class OpenCallsTests
{
    [Fact]
    public async Task CloseAsync_CallUnderWay_StopsOnlyWhenItHasEnded()
    {
        var calls = new OpenCalls();
        var stopped = false;
        calls.Begin();

        var closing = calls.CloseAsync(Stop).AsTask();

        Assert.Throws<ObjectDisposedException>(calls.Begin);
        Assert.False(stopped);
        calls.End();
        await closing.InTime();
        Assert.True(stopped);

        ValueTask Stop()
        {
            stopped = true;
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task CloseAsync_Twice_StopsOnceAndEndsTwice()
    {
        var calls = new OpenCalls();
        var stops = 0;
        calls.Begin();
        calls.End();

        await calls.CloseAsync(Stop).AsTask().InTime();
        await calls.CloseAsync(Stop).AsTask().InTime();

        Assert.Equal(1, stops);

        ValueTask Stop()
        {
            stops++;
            return ValueTask.CompletedTask;
        }
    }
}
