using KeyedState.Benchmarks.Commands;

namespace KeyedState.Tests.Commands;

public sealed class RunCommandTests
{
    /// <summary>Without the option a run keeps the length of its suite, which is not that of zero microseconds.</summary>
    [Fact]
    public void Parse_NoRunLength_HasNone()
    {
        Assert.Null(RunCommand.Create().Parse("").GetResult("--run-length"));
        Assert.NotNull(RunCommand.Create().Parse("--run-length 0").GetResult("--run-length"));
    }
}
