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
