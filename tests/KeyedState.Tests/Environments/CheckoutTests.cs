using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class CheckoutTests : IDisposable
{
    private readonly GitRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Of_TopThatTracksTheSources_IsTheirRepository()
    {
        repository.Write("sources.sln", "");
        var commit = repository.Commit();

        var checkout = Of(repository.Path);

        Assert.Equal((null, commit, "", repository.Path), (checkout.AbsentBecause, checkout.Commit, checkout.Prefix, checkout.Top));
    }

    /// <summary>A repository of many programs.</summary>
    [Fact]
    public void Of_FolderWhoseSourcesAreTracked_IsInTheirRepository()
    {
        repository.Write("tools/suite/sources.sln", "");
        var commit = repository.Commit();

        var checkout = Of(repository.At("tools/suite"));

        Assert.Equal((null, commit, "tools/suite/", repository.Path), (checkout.AbsentBecause, checkout.Commit, checkout.Prefix, checkout.Top));
    }

    [Theory]
    [InlineData("unpacked")]
    [InlineData(".")]
    public void Of_SourcesUnpackedInSomebodyElsesRepository_AreNotUnderVersionControl(string folder)
    {
        repository.Write("other", "");
        repository.Commit();
        repository.Write(folder + "/sources.sln", "");

        var checkout = Of(repository.At(folder));

        Assert.Null(checkout.Commit);
        Assert.Contains("is not under version control: it lies in the repository ", checkout.AbsentBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoRepository_IsNotUnderVersionControl()
    {
        var checkout = Of(repository.Outside);

        Assert.Equal((null, $"{repository.Outside} is not under version control"), (checkout.Commit, checkout.AbsentBecause));
    }

    [Fact]
    public void Commit_BeforeTheFirst_IsNone()
    {
        repository.Write("sources.sln", "");
        repository.Run("add", "--all");

        Assert.Null(Of(repository.Path).Commit);
    }

    [Theory]
    [InlineData("src/file", true)]
    [InlineData("src/new", true)]
    [InlineData("bench/new/file", true)]
    [InlineData("Directory.Build.props", true)]
    [InlineData("Directory.Packages.props", true)]
    [InlineData("Directory.Build.targets", true)]
    [InlineData("NuGet.Config", true)]
    [InlineData("global.json", true)]
    [InlineData("README.md", false)]
    [InlineData("results/page.md", false)]
    public void IsChanged_FileEditedOrNew_CountsWhereItIsMeasured(string path, bool expected)
    {
        WriteSources();
        var checkout = Of(repository.Path);
        Assert.False(checkout.IsChanged(MeasuredPaths.All));

        repository.Write(path, "edited");

        Assert.Equal(expected, checkout.IsChanged(MeasuredPaths.All));
        Assert.True(checkout.IsChanged());
    }

    [Fact]
    public void IsChanged_UntrackedFilesAreNotShownToTheUser_CountsThem()
    {
        WriteSources();
        repository.Run("config", "status.showUntrackedFiles", "no");
        repository.Write("src/new", "");

        Assert.True(Of(repository.Path).IsChanged(MeasuredPaths.All));
    }

    /// <summary>The user's own lists, of one repository or of all, and not the one that the sources bring.</summary>
    [Theory]
    [InlineData("core.excludesFile", "ignored")]
    [InlineData(null, ".git/info/exclude")]
    public void IsChanged_NewFileThatOnlyTheUserIgnores_CountsIt(string? setting, string list)
    {
        repository.Write(".gitignore", "bin/");
        WriteSources();
        repository.Write(list, "scratch");
        if (setting is not null)
        {
            repository.Run("config", setting, repository.At(list));
        }

        repository.Write("src/bin/scratch", "");
        Assert.False(Of(repository.Path).IsChanged(MeasuredPaths.All));

        repository.Write("src/scratch", "");
        Assert.True(Of(repository.Path).IsChanged(MeasuredPaths.All));
    }

    /// <summary>A part of the project to MSBuild, which the sources ignore.</summary>
    [Fact]
    public void IsChanged_SettingsOfAUserForAProject_CountThem()
    {
        repository.Write(".gitignore", "*.user");
        WriteSources();
        repository.Write("src/suite.csproj.user", "<Project />");

        Assert.True(Of(repository.Path).IsChanged(MeasuredPaths.All));
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public void IsChanged_FileThatTheIndexCallsUnchanged_IsLookedAt(string mark)
    {
        WriteSources();
        repository.Run("update-index", mark, "src/file");
        repository.Write("src/file", "edited");

        Assert.True(Of(repository.Path).IsChanged(MeasuredPaths.All));
    }

    /// <summary>git itself writes the index when it finds that a file was only touched, and asks a watcher that it may start.</summary>
    [Fact]
    public void Questions_FileTouchedAndHooksThere_ChangeNothingInTheRepository()
    {
        WriteSources();
        repository.AddHook("post-index-change");
        repository.Run("config", "core.fsmonitor", ".git/hooks/post-index-change");
        File.SetLastWriteTimeUtc(repository.At("src/file"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var before = repository.Snapshot();

        var checkout = Of(repository.Path);
        Assert.False(checkout.IsChanged());
        Assert.False(checkout.IsShallow);
        Assert.Equal(0, new CommitLog(repository.Path).Between(checkout.Commit, checkout.Commit));

        Assert.Equal(before, repository.Snapshot());
        Assert.False(repository.HookRan);
    }

    private void WriteSources()
    {
        foreach (var path in new[] { "sources.sln", "src/file", "bench/file", "Directory.Build.props", "Directory.Packages.props", "global.json", "README.md" })
        {
            repository.Write(path, "text");
        }

        repository.Commit();
    }

    private static Checkout Of(string folder) => Checkout.Of(folder, "sources.sln");
}
