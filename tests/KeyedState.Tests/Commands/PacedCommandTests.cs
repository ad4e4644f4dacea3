using System.CommandLine;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Commands;
using KeyedState.Harness;

namespace KeyedState.Tests.Commands;

public sealed class PacedCommandTests
{
    [Fact]
    public void Run_Paced_PrintsWhatTheOriginalPrints()
    {
        using var output = new StringWriter();

        var code = PacedCommand.Create(WarmupPlan.None).Parse("--state lock --seconds 0.02").Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        Assert.Matches("^readOps: [0-9]+\r?\nwriteOps: [0-9]+\r?\n$", output.ToString());
    }

    [Fact]
    public void Run_Verbose_AlsoPrintsPausesAndRate()
    {
        using var output = new StringWriter();

        var code = PacedCommand.Create(WarmupPlan.None).Parse("--state Lock --seconds 0.02 --verbose").Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        Assert.Matches(
            "\nwarm-up: 0\\.0 s, and the compiler was still at work\r?\nshortest pause: .+\r?\nmedian pause: .+\r?\noperations/s: [0-9]+ of 110000 intended\r?\nthread pool: idle threads do not spin .+\r?\n$",
            output.ToString());
    }

    [Theory]
    [InlineData("--state Loc", "There is no state Loc. The states are ")]
    [InlineData("--state Lock --seconds 0", "--seconds takes a number from 0.001 to 3600, not 0.")]
    [InlineData("--state Lock --seconds -1", "--seconds takes a number from 0.001 to 3600, not -1.")]
    [InlineData("--state Lock --seconds 3601", "--seconds takes a number from 0.001 to 3600, not 3601.")]
    [InlineData("--state Lock --seconds NaN", "--seconds takes a number from 0.001 to 3600, not NaN.")]
    [InlineData("--state Lock --seconds 1,5", "--seconds takes a number from 0.001 to 3600, not 1,5.")]
    [InlineData("--state Lock --seconds soon", "--seconds takes a number from 0.001 to 3600, not soon.")]
    public void Parse_WrongValue_SaysSoInOneLine(string call, string message)
    {
        var wrong = Assert.Single(PacedCommand.Create(WarmupPlan.None).Parse(call).Errors);

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void Parse_UnknownState_NamesThoseThatThereAre()
    {
        var wrong = Assert.Single(PacedCommand.Create(WarmupPlan.None).Parse("--state Loc").Errors);

        Assert.All(SuiteCatalogue.Default.Entries, entry => Assert.Contains(entry.Name, wrong.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(FailingState), "Failing failed: It fails in two lines.")]
    [InlineData(typeof(SilentState), "Silent hung: the last operation of every worker did not end within 0.001 s.")]
    public async Task RunAsync_StateThatFails_IsNamedInOneLineAndReturns1(Type type, string message)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var entry = new StateEntry(type, SuiteCatalogue.Default.Find("Lock")!.Declared);

        var code = await PacedCommand.RunAsync(
            entry, WarmupPlan.None, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(1), verbose: false, new() { Output = output, Error = error });

        Assert.Equal(1, code);
        Assert.Empty(output.ToString());
        Assert.Equal(message + Environment.NewLine, error.ToString());
    }

    private sealed class FailingState : IKeyedState
    {
        public ValueTask<int> ReadAsync(int key) => throw new NotSupportedException("It fails\nin two lines.");

        public ValueTask WriteAsync(int key, int value) => throw new NotSupportedException("It fails\nin two lines.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SilentState : IKeyedState
    {
        private readonly TaskCompletionSource<int> never = new();

        public ValueTask<int> ReadAsync(int key) => new(never.Task);

        public ValueTask WriteAsync(int key, int value) => new(never.Task);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
