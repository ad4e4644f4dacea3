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

    private static IEnumerable<int> Inputs(Workload workload)
    {
        var inputs = WorkloadInputs.Draw(workload);
        return Enumerable.Range(0, workload.Workers).SelectMany(worker => inputs.KeysOf(worker).Concat(inputs.ValuesOf(worker)));
    }
}
