namespace KeyedState.Stores.Tests;

/// <summary>What a state leaves in a folder that is kept.</summary>
public sealed class KeptFolderTests
{
    [Fact]
    public async Task Make_AfterAnEngineThatAppendsAlwaysWasKilled_HasWhatWasAcknowledged()
    {
        using var folder = new KeptFolder();
        var first = folder.Make(() => new GarnetAlwaysState());
        await first.WriteAsync(1, 10);
        await ((IAtomicAdd)first).AddAsync(1, 5);

        ((IEngineState)first).Engine!.Kill();
        await Assert.ThrowsAnyAsync<Exception>(async () => await first.ReadAsync(1));
        await first.DisposeAsync();

        await using var second = folder.Make(() => new GarnetAlwaysState());
        Assert.Equal(folder.Path, ((IEngineState)second).Engine!.Folder);
        Assert.Equal(15, await second.ReadAsync(1));
    }

    /// <summary>The backends go with it, so that the next server doesn't find the memory of the first in use.</summary>
    [Fact]
    public async Task Make_AfterPostgresWasKilled_HasWhatWasAcknowledged()
    {
        Installed.SkipWithout(typeof(PostgresState));
        using var folder = new KeptFolder();
        var first = folder.Make(() => new PostgresState());
        await first.WriteAsync(1, 10);
        await ((IAtomicAdd)first).AddAsync(1, 5);

        var engine = ((IEngineState)first).Engine!;
        int[] family = ProcessFamily.IsKnown ? [engine.ProcessId, .. ProcessFamily.LivingChildrenOf(engine.ProcessId)] : [];
        Assert.NotEqual(1, family.Length);
        engine.Kill();
        EndedProcesses.AssertAll(family);
        await Assert.ThrowsAnyAsync<Exception>(async () => await first.ReadAsync(1));
        await first.DisposeAsync();

        await using var second = folder.Make(() => new PostgresState());
        Assert.Equal(15, await second.ReadAsync(1));
    }

    [Fact]
    public async Task Make_DatabaseThatIsThere_IsOpenedAgain()
    {
        string path;
        using (var folder = new KeptFolder())
        {
            path = folder.Path;
            await using (var first = folder.Make(() => new SqliteNormalState()))
            {
                await first.WriteAsync(1, 10);
            }

            await using var second = folder.Make(() => new SqliteNormalState());
            Assert.Equal(10, await second.ReadAsync(1));

            await using var elsewhere = new SqliteNormalState();
            Assert.Equal(0, await elsewhere.ReadAsync(1));
        }

        Assert.False(Directory.Exists(path));
    }
}
