using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class MachineFolderTests
{
    public static TheoryData<string, StoredMachine> Others => new()
    {
        { "processor", SampleRun.Machine with { Processor = "Test-Processor" } },
        { "model", SampleRun.Machine with { ProcessorModel = "family 2" } },
        { "cores", SampleRun.Machine with { LogicalCores = 4 } },
        { "system", SampleRun.Machine with { System = "Test OS 2.0" } },
        { "architecture", SampleRun.Machine with { Architecture = "Arm64" } },
        { "a text that moved over", SampleRun.Machine with { Processor = "Test Processorfamily 1", ProcessorModel = "" } },
    };

    [Fact]
    public void NameOf_ReadsAsTheMachine() =>
        Assert.Matches("^test-processor-2c-test-os-1-x64-[0-9a-f]{8}$", MachineFolder.NameOf(SampleRun.Machine));

    [Fact]
    public void NameOf_AnotherFolderOrRuntime_IsTheSame() => Assert.Equal(
        MachineFolder.NameOf(SampleRun.Machine),
        MachineFolder.NameOf(SampleRun.Machine with { Folder = "x", Runtime = ".NET 11", GarbageCollector = "Server" }));

    [Theory]
    [InlineData("Ubuntu 24.04.2 LTS", "Ubuntu 24.04.3 LTS")]
    [InlineData("AlmaLinux 9.3 (Shamrock Pampas Cat)", "AlmaLinux 9.4 (Seafoam Ocelot)")]
    [InlineData("Microsoft Windows 10.0.26100", "Microsoft Windows 10.0.26200")]
    public void NameOf_PatchReleaseOfTheSystem_IsTheSame(string before, string after) => Assert.Equal(
        MachineFolder.NameOf(SampleRun.Machine with { System = before }),
        MachineFolder.NameOf(SampleRun.Machine with { System = after }));

    [Theory]
    [MemberData(nameof(Others))]
    public void NameOf_AnotherMachine_IsAnother(string what, StoredMachine other) =>
        Assert.False(MachineFolder.NameOf(SampleRun.Machine) == MachineFolder.NameOf(other), what);

    [Theory]
    [InlineData("../../etc")]
    [InlineData("…")]
    [InlineData("CON")]
    public void NameOf_HostileProcessor_IsAPlainFolder(string processor) =>
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", MachineFolder.NameOf(SampleRun.Machine with { Processor = processor }));

    [Fact]
    public void NameOf_OverlongNames_StaysShort()
    {
        var longName = new string('x', 500);
        var machine = SampleRun.Machine with { Processor = longName, System = longName, Architecture = longName };

        Assert.InRange(MachineFolder.NameOf(machine).Length, 1, 100);
    }
}
