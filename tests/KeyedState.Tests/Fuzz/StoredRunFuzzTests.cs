using System.Globalization;
using System.Text.Json.Nodes;
using KeyedState.Benchmarks.Environments;
using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Fuzz;

/// <summary>
/// A stored run is input. Whatever it holds, it either gives whole pages or is refused in one line; nothing else.
/// </summary>
public sealed class StoredRunFuzzTests : IDisposable
{
    private const int VariantsPerSeed = 1_250;

    private readonly DamagedRun damaged = new(path => PageCheck.Problems(RunFile.Load(path)));

    public void Dispose() => damaged.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Load_AnyDamage_GivesWholePagesOrOneLine(int seed)
    {
        var loaded = damaged.CountLoaded(new RunMutator(Small(seed % 2 == 0 ? 1 : 7), damaged.Path, seed), VariantsPerSeed, $"seed {seed}");

        // Damage that is always noticed would never test a page.
        Assert.InRange(loaded, VariantsPerSeed / 10, VariantsPerSeed * 9 / 10);
    }

    [Fact]
    public void Load_AnyDamageToACommittedRun_GivesWholePagesOrOneLine()
    {
        var committed = Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), "results"), "2*Z.json", SearchOption.AllDirectories)
            .Where(path => path.Contains("runs", StringComparison.Ordinal) && !path.Contains("smoke", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();

        damaged.CountLoaded(new RunMutator(RunFile.Load(committed), damaged.Path, seed: 11), variants: 60, "the committed run");
    }

    [Theory]
    [InlineData("\"runtimeSettings\":{", "\"#\":\"1\"")]
    [InlineData("\"roles\":[", "{\"name\":\"#\",\"operation\":\"read\",\"workers\":1}")]
    [InlineData("\"metrics\":[", "{\"name\":\"end of #\",\"unit\":\"ns\",\"better\":\"neither\"}")]
    [InlineData("\"oneCore\":[", "5")]
    [InlineData("\"observations\":[", "{\"metric\":\"end of #\",\"values\":[5,5,5,5,5,5]}")]
    [InlineData("\"looks\":[", "{\"look\":\"one core\",\"placement\":{\"cores\":\"one\",\"runtimeSettings\":{},\"stateLifetime\":\"launch\"},\"protocol\":{\"name\":\"p\",\"iterations\":1,\"windowMilliseconds\":1,\"runMicroseconds\":1},\"launches\":1,\"absentBecause\":null}")]
    [InlineData("\"values\":[", "5")]
    [InlineData("\"threadMasks\":[", "\"1\"")]
    [InlineData("\"failures\":[", "{\"state\":\"Lock\",\"look\":null,\"error\":\"x\",\"discarded\":false}")]
    [InlineData("\"paces\":[", "{\"core\":#,\"nanoseconds\":1}")]
    [InlineData("\"siblings\":[", "\"0-1\"")]
    [InlineData("\"kinds\":[", "{\"name\":\"k\",\"cores\":\"#\"}")]
    [InlineData("\"packages\":{", "\"#\":\"1\"")]
    [InlineData("\"states\":[", "{\"name\":\"#\",\"title\":\"t\",\"family\":\"f\",\"replies\":\"AtOnce\",\"blockingCaller\":\"DelaysNobody\",\"allocationFree\":true,\"howItWorks\":\"h\",\"ownTable\":null,\"dependsOnAlternation\":false,\"checkedOperations\":1}")]
    [InlineData("\"launches\":[", "{\"state\":\"Lock\",\"look\":\"one core\",\"round\":#,\"operations\":1,\"runLength\":1,\"note\":{\"warmupSeconds\":1,\"compilerQuiet\":true,\"processorCount\":1,\"threadMasks\":[],\"peakPoolThreads\":1,\"observations\":[{\"metric\":\"time\",\"values\":[5]},{\"metric\":\"end of readers\",\"values\":[5]},{\"metric\":\"end of writers\",\"values\":[5]}]}}")]
    public void Load_EndlessList_IsRefused(string list, string entry)
    {
        // As many as a file of the largest size holds.
        var entries = Math.Min(1_000_000, 40_000_000 / entry.Length);
        RunFile.Save(Small(1), damaged.Path);
        var whole = JsonNode.Parse(File.ReadAllText(damaged.Path))!.ToJsonString();
        var at = whole.IndexOf(list, StringComparison.Ordinal) + list.Length;
        using (var writer = new StreamWriter(damaged.Path))
        {
            writer.Write(whole[..at]);
            for (var number = 0; number < entries; number++)
            {
                writer.Write(entry.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
                writer.Write(',');
            }

            writer.Write(whole[at..]);
        }

        Assert.False(damaged.IsLoaded($"{entries} entries in {list}"));
    }

    [Fact]
    public void Load_AsMuchAsARunMayHold_GivesWholePages()
    {
        var run = SampleRun.Of(SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"), SampleRun.State("Lock", "Lock", "Lock", "AtOnce"));
        var most = from round in Enumerable.Range(0, 1_000)
                   from look in Look.All
                   from state in run.States
                   select SampleRun.Launch(state.Name, look, round, 5 + (round % 3));
        var text = string.Concat(Enumerable.Repeat("a b|`", 800));
        RunFile.Save(
            run with
            {
                Launches = [.. most],
                Looks =
                [
                    run.Looks[0] with { Placement = run.Looks[0].Placement with { RuntimeSettings = Enumerable.Range(0, 200).ToDictionary(number => $"S{number}", _ => text) } },
                    run.Looks[1],
                ],
                Failures = [.. Enumerable.Repeat(new StoredFailure("Other", Look.OneCore, text), 100)],
            },
            damaged.Path);

        Assert.True(damaged.IsLoaded("the largest run"));
    }

    private static StoredRun Small(int rounds)
    {
        var run = SampleRun.Of(
            SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"),
            SampleRun.State("TaskCompletionSourceChannelOwner", "The owner", "ChannelOwner", "Asynchronous"),
            SampleRun.State("Lock", "Lock", "Lock", "AtOnce"));
        return run.Without(launch => launch.Round >= rounds || (launch.State == "Lock" && launch.Round > 0)) with
        {
            PlannedLaunches = 40,
            Failures = [new("Empty", Look.OneCore, "It was not on one core.", Discarded: true)],
        };
    }
}
