using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class WorkloadTests
{
    private static readonly Workload Small = Workload.GoByExample with { OperationsPerWorker = 50 };

    public static TheoryData<CostClass> CostClasses => [.. Enum.GetValues<CostClass>()];

    [Theory]
    [MemberData(nameof(CostClasses))]
    public void For_EveryCostClass_KeepsTheOriginalsMix(CostClass cost)
    {
        var workload = Workload.For(cost);

        Assert.Equal((100, 10, 5, 100), (workload.Readers, workload.Writers, workload.Keys, workload.Values));
        Assert.Equal(0, workload.Operations % workload.Workers);
    }

    [Fact]
    public void Draw_SameSeed_SameInputs() => Assert.Equal(Inputs(Small), Inputs(Small));

    [Fact]
    public void Draw_OtherSeed_OtherInputs() => Assert.NotEqual(Inputs(Small), Inputs(Small with { Seed = Small.Seed + 1 }));

    [Fact]
    public void Draw_EveryInput_IsInItsRange()
    {
        var inputs = WorkloadInputs.Draw(Small);

        Assert.All(Enumerable.Range(0, Small.Workers), worker =>
        {
            Assert.Equal(Small.OperationsPerWorker, inputs.KeysOf(worker).Length);
            Assert.All(inputs.KeysOf(worker), key => Assert.InRange(key, 0, 4));
            Assert.All(inputs.ValuesOf(worker), value => Assert.InRange(value, 0, 99));
            Assert.Equal(worker < Small.Readers ? 0 : Small.OperationsPerWorker, inputs.ValuesOf(worker).Length);
        });
    }

    [Fact]
    public void Draw_MoreOperationsThanAreDrawn_StaysSmall()
    {
        var inputs = WorkloadInputs.Draw(Small with { OperationsPerWorker = 4 * WorkloadInputs.MostDrawn });

        Assert.All(Enumerable.Range(0, Small.Workers), worker => Assert.Equal(WorkloadInputs.MostDrawn, inputs.KeysOf(worker).Length));
    }

    [Theory]
    [InlineData(WorkloadInputs.MostDrawn + 1, 5, 100)]
    [InlineData(50, 65_537, 100)]
    [InlineData(50, 5, 65_537)]
    public void Draw_WhatItCannotHold_IsRefused(int operations, int keys, int values) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => WorkloadInputs.Draw(Small with { OperationsPerWorker = operations, Keys = keys, Values = values }));

    private static IEnumerable<ushort> Inputs(Workload workload)
    {
        var inputs = WorkloadInputs.Draw(workload);
        return Enumerable.Range(0, workload.Workers).SelectMany(worker => inputs.KeysOf(worker).Concat(inputs.ValuesOf(worker)));
    }
}
