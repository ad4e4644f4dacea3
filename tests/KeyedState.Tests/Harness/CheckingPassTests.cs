using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class CheckingPassTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Designs =>
        [.. StateCatalogue.Default.Entries.Where(entry => !entry.IsLimit).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task Run_EveryDesign_Passes(string name)
    {
        await using var state = StateCatalogue.Default.Find(name)!.Create();

        var outcome = CheckingPass.Run(name, state, Ample);

        Assert.Null(outcome.Violation);
        Assert.Equal(110_000, outcome.Operations);
    }

    [Fact]
    public void Run_StateThatLosesWrites_IsCaught() => AssertCaught(new BrokenStates.LostWrite());

    [Fact]
    public void Run_StateThatMixesUpKeys_IsCaught() => AssertCaught(new BrokenStates.MixedUpKeys());

    [Fact]
    public void Run_StateThatReadsStale_IsCaught() => AssertCaught(new BrokenStates.StaleRead());

    [Fact]
    public void Run_StateThatMakesUpValues_IsCaught() => AssertCaught(new BrokenStates.MadeUpValue());

    [Fact]
    public void Run_StateThatWritesLate_IsCaught() => AssertCaught(new BrokenStates.LateWrite());

    [Fact]
    public void Run_StateThatForgets_IsCaught() => AssertCaught(new BrokenStates.Forgetful());

    [Fact]
    public void Run_EmptyState_IsCaught() => AssertCaught(new EmptyState());

    [Fact]
    public void Run_StateThatThrows_Surfaces()
    {
        var error = Assert.Throws<InvalidTimeZoneException>(
            () => CheckingPass.Run("Throwing", new ScriptedState(_ => throw new InvalidTimeZoneException("boom")), Ample));

        Assert.Equal("boom", error.Message);
    }

    [Fact]
    public void Run_StateThatHangs_IsNamed()
    {
        var never = new TaskCompletionSource<int>();

        var error = Assert.Throws<StateHungException>(
            () => CheckingPass.Run("Hanging", new ScriptedState(_ => new(never.Task)), TimeSpan.FromMilliseconds(1)));

        Assert.StartsWith("Hanging hung: its check did not end", error.Message, StringComparison.Ordinal);
    }

    private static void AssertCaught(IKeyedState broken) =>
        Assert.NotNull(CheckingPass.Run("Broken", broken, Ample).Violation);
}
