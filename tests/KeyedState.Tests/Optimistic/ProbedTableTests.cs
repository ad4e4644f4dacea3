namespace KeyedState.Tests.Optimistic;

public sealed class ProbedTableTests
{
    [Fact]
    public void ReadOrZero_KeysThatShareAPlace_AreKeptApart()
    {
        const int Places = 16;
        const int Bits = 4;
        var sharing = Enumerable.Range(int.MinValue, 1_000).Concat([0]).Where(key => KeySpread.PlaceOf(key, Bits) == KeySpread.PlaceOf(0, Bits)).Take(Places / 2).ToArray();
        var table = new ProbedTable(Places);
        foreach (var key in sharing.Skip(1))
        {
            Assert.False(table.IsFull);
            table.Set(key, key + 1);
        }

        Assert.All(sharing.Skip(1), key => Assert.Equal(key + 1, table.ReadOrZero(key)));
        Assert.Equal(0, table.ReadOrZero(sharing[0]));
    }

    [Fact]
    public void Set_KeyThatIsThere_ReplacesItsValueAndTakesNoPlace()
    {
        var table = new ProbedTable(2);
        for (var value = 1; value <= 3; value++)
        {
            table.Set(0, value);
            Assert.Equal(value, table.ReadOrZero(0));
        }

        table = table.Grown();

        Assert.False(table.IsFull);
        Assert.Equal(3, table.ReadOrZero(0));
    }

    [Fact]
    public void Set_TableThatFillsUp_IsReplacedByOneThatHoldsTheSame()
    {
        var table = new ProbedTable();
        for (var key = -500; key < 500; key++)
        {
            ProbedTable.Set(ref table, key, ~key);
        }

        Assert.All(Enumerable.Range(-500, 1_000), key => Assert.Equal(~key, table.ReadOrZero(key)));
        Assert.Equal(0, table.ReadOrZero(500));
    }
}
