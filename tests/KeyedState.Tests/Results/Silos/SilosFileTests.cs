using KeyedState.Results;

namespace KeyedState.Tests.Results.Silos;

public sealed class SilosFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("silos-").FullName;

    public static TheoryData<string, string> Impossible => new()
    {
        { "\"schema\": 1", "\"schema\": 2" },
        { "\"state\":\"Memory\"", "\"state\":\"Nobody\"" },
        { "\"keys\":10", "\"keys\":0" },
        { "\"lost\":2500", "\"lost\":20001" },
        { "\"keysLost\":5", "\"keysLost\":11" },
        { "\"staleAnswers\":0", "\"staleAnswers\":-1" },
        { "\"keysNotLinearizable\":5", "\"keysNotLinearizable\":11" },
        { "\"answeredAfterSeconds\":19.5", "\"answeredAfterSeconds\":-1" },
        { "\"disturbance\":\"killed\"", "\"disturbance\":\"moved\"" },
        { "\"trials\": [", "\"trials\": [null," },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Find_WhatWasSaved_IsTheSameRun()
    {
        var results = new ResultsFolder(folder);
        var path = SilosFile.PathOf(results, SampleRun.Machine.Folder);
        Assert.Null(SilosFile.Find(results, SampleRun.Machine.Folder));

        SilosFile.Save(SilosSamples.Run(), path);
        var first = File.ReadAllText(path);
        SilosFile.Save(SilosFile.Find(results, SampleRun.Machine.Folder)!, path);

        Assert.Equal(first, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Load_WhatCannotBe_IsRefusedInOneLine(string found, string replaced)
    {
        var path = Path.Combine(folder, "silos.json");
        SilosFile.Save(SilosSamples.Run(), path);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(found, StringComparison.Ordinal);
        Assert.True(at >= 0, found);
        File.WriteAllText(path, text[..at] + replaced + text[(at + found.Length)..]);

        var refusal = Assert.Throws<StoredRunException>(() => SilosFile.Load(path)).Message;

        Assert.StartsWith(path, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void IsPromiseBroken_OfARun_IsWhereGrainsThatStoreHaveLost()
    {
        var run = SilosSamples.Run();
        Assert.False(run.IsPromiseBroken);

        Assert.True((run with { Trials = [.. run.Trials, run.Trials[^1] with { Lost = 1, KeysLost = 1 }] }).IsPromiseBroken);
    }

    [Fact]
    public void Collect_TrialsOfAnotherFolder_TakesThemUnlessNewerOnesAreThere()
    {
        var (from, into) = (new ResultsFolder(Path.Combine(folder, "from")), new ResultsFolder(Path.Combine(folder, "into")));
        var run = SilosSamples.Run();
        SilosFile.Save(run, SilosFile.PathOf(from, run.Machine.Folder));

        Assert.Single(RunCollector.Collect(from, into, []).Taken);
        Assert.Empty(RunCollector.Collect(from, into, []).Taken);

        SilosFile.Save(run with { Started = run.Started.AddDays(1) }, SilosFile.PathOf(from, run.Machine.Folder));
        Assert.Single(RunCollector.Collect(from, into, []).Taken);
        Assert.Equal(run.Started.AddDays(1), SilosFile.Find(into, run.Machine.Folder)!.Started);
    }
}
