using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class CoreRoundTripTests
{
    [Fact]
    public void Farthest_ThreadOfOneCore_HasNone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which cores a thread has.");
        double? farthest = 0;
        var bound = new Thread(() =>
        {
            ThreadBinding.TryBind(ThreadBinding.AllowedCores()[0]);
            farthest = CoreRoundTrip.Farthest();
        });
        bound.Start();
        bound.Join();

        Assert.Null(farthest);
    }

    [Fact]
    public void AwaitNear_NothingIsFar_ReturnsAtOnce() =>
        Assert.Equal(CoreRoundTrip.Farthest() is null, CoreRoundTrip.AwaitNear(double.MaxValue, TimeSpan.MaxValue) is null);

    [Fact]
    public void AwaitNear_NothingIsNear_GivesUp() =>
        Assert.Equal(CoreRoundTrip.Farthest() is null, CoreRoundTrip.AwaitNear(double.Epsilon, TimeSpan.FromMilliseconds(1)) is null);
}
