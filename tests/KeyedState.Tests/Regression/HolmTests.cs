using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class HolmTests
{
    [Fact]
    public void Rejects_StepsDown_UntilTheFirstThatFails() =>
        Assert.Equal([true, false, true, false], Holm.Rejects([0.01, 0.04, 0.012, 0.03], family: 4, error: 0.05));

    [Fact]
    public void Rejects_LargerFamily_IsStricter() =>
        Assert.Equal([false], Holm.Rejects([0.01], family: 10, error: 0.05));

    [Fact]
    public void Rejects_NothingTested_RejectsNothing() => Assert.Empty(Holm.Rejects([], family: 30, error: 0.01));

    [Fact]
    public void Rejects_FamilySmallerThanItsTests_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Rejects([0.1, 0.2], family: 1, error: 0.05));
}
