using KeyedState.Results;

namespace KeyedState.Tests.Results.Kills;

public sealed class KillsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kills-").FullName;

    public static TheoryData<string, string> Impossible => new()
    {
        { "\"schema\": 1", "\"schema\": 2" },
        { "\"number\":0", "\"number\":-1" },
        { "\"number\":0", "\"number\":1" },
        { "\"number\":0", "\"number\":3" },
        { "\"state\":\"Server\"", "\"state\":\"Nobody\"" },
        { "\"afterMilliseconds\":100", "\"afterMilliseconds\":-1" },
        { "\"acknowledged\":5000", "\"acknowledged\":4999" },
        { "\"unanswered\":20", "\"unanswered\":21" },
        { "\"lost\":5000", "\"lost\":-1" },
        { "\"wrong\":\"Key", "\"wrong\":\"\\u001bKey" },
        { "\"fileSystem\": \"ext4\"", "\"fileSystem\": \"\"" },
        { "\"writers\": 20", "\"writers\": 0" },
        { "\"kills\": [", "\"kills\": [null," },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_WhatWasSaved_IsTheSameRun()
    {
        var path = Save(KillsSamples.Run());
        var first = File.ReadAllText(path);

        KillsFile.Save(KillsFile.Load(path), path);

        Assert.Equal(first, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Load_WhatCannotBe_IsRefusedInOneLine(string found, string replaced)
    {
        var path = Save(KillsSamples.Run());
        var text = File.ReadAllText(path);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);
        File.WriteAllText(path, text[..at] + replaced + text[(at + found.Length)..]);

        var refusal = Assert.Throws<StoredRunException>(() => KillsFile.Load(path)).Message;

        Assert.StartsWith(path, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void Newest_OfSeveral_PrefersTheLastThatIsWholeAndOfAll()
    {
        var (results, run) = (new ResultsFolder(folder), KillsSamples.Run());
        Assert.Null(KillsFile.Newest(results, run.Machine.Folder));

        Put(run with { Seed = 1 });
        Put(run with { Seed = 2, Started = run.Started.AddSeconds(1) });
        Put(run with { Seed = 3, Started = run.Started.AddSeconds(2), Kills = [] });
        Put(run with { Seed = 4, Started = run.Started.AddSeconds(3), Quotable = false });

        Assert.Equal(2, KillsFile.Newest(results, run.Machine.Folder)!.Seed);

        void Put(StoredKillsRun one) => KillsFile.Save(one, KillsFile.PathOf(results, one.Machine.Folder, one.Started));
    }

    [Fact]
    public void Tallies_OfARun_SayWhoBrokeAPromise()
    {
        var tallies = KillsSamples.Run().Tallies;

        Assert.Equal([15_000, 0, 7, 0], tallies.Select(tally => tally.Lost));
        Assert.Equal([3, 0, 1, 0], tallies.Select(tally => tally.WithLosses));
        Assert.Equal([false, false, true, true], tallies.Select(tally => tally.IsBroken));
    }

    private string Save(StoredKillsRun run)
    {
        var path = Path.Combine(folder, "run.json");
        KillsFile.Save(run, path);
        return path;
    }
}
