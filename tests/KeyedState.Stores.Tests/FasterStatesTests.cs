using KeyedState.Stores.Benchmarks;

namespace KeyedState.Stores.Tests;

public sealed class FasterStatesTests
{
    // Of the keys, memory holds a fifth.
    private const int Keys = 5_000;
    private const int Writers = 4;

    private static readonly FasterLogSizes Small = new(Index: 1L << 16, Memory: 1L << 14, Page: 1L << 12);

    [Fact]
    public async Task Operations_OnMoreKeysThanMemoryHolds_ReadWhatWasWritten()
    {
        await using var state = new FasterDiskState(Small);
        await Parallel.ForAsync(0, Keys, TestContext.Current.CancellationToken, async (key, _) => await state.WriteAsync(key, key * 3));

        for (var key = 0; key < Keys; key++)
        {
            Assert.Equal(key * 3, await state.ReadAsync(key));
        }

        Assert.Equal(0, await state.ReadAsync(Keys));
    }

    [Fact]
    public async Task WriteAsync_OfManyCallersOnRecordsOfTheDisk_LeavesWhatOneOfThemWroteLast()
    {
        await using var state = new FasterDiskState(Small);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 3; round++)
            {
                for (var key = 0; key < Keys; key++)
                {
                    await state.WriteAsync(key, (round * Writers) + writer + 1);
                }
            }
        })));

        for (var key = 0; key < Keys; key++)
        {
            Assert.InRange(await state.ReadAsync(key), (2 * Writers) + 1, 3 * Writers);
        }
    }

    [Fact]
    public async Task Open_FolderOfAnother_HasAllThatWasAcknowledged()
    {
        using var folder = WatchedFolder.Create("the folder of a test");
        await using (var first = new FasterCommittedState(folder.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(key => first.WriteAsync(key, key + 7).AsTask()));
            await first.WriteAsync(3, 11);
        }

        await using var second = new FasterCommittedState(folder.Path);

        for (var key = 0; key < 100; key++)
        {
            Assert.Equal(key == 3 ? 11 : key + 7, await second.ReadAsync(key));
        }
    }

    [Fact]
    public void Scenarios_OfManyKeys_AreForWhoCanFillThemInTime() =>
        Assert.Equal(["Lock", "TaskCompletionSourceChannelOwner", "FasterDisk"], StoreCatalogue.OfSuite.Where(entry => StoreScenarios.Of(entry).Contains(StoreScenarios.ManyKeys)).Select(entry => entry.Name));
}
