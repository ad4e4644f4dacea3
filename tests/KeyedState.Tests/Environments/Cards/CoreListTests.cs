using KeyedState.Benchmarks.Environments.Cards;

namespace KeyedState.Tests.Environments.Cards;

public sealed class CoreListTests
{
    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3,7", new[] { 0, 1, 2, 3, 7 })]
    [InlineData("5,8-9", new[] { 5, 8, 9 })]
    public void Parse_List_IsWhatFormatWrites(string text, int[] cores)
    {
        Assert.Equal(cores, CoreList.Parse(text));
        Assert.Equal(text, CoreList.Format(cores));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("3-1")]
    [InlineData("-1")]
    [InlineData("0-70000")]
    public void Parse_NoList_IsEmpty(string? text) => Assert.Empty(CoreList.Parse(text));

    [Fact]
    public void Sample_ManyCores_KeepsTheFirstAndTheLast() =>
        Assert.Equal([0, 33, 66, 99], CoreList.Sample([.. Enumerable.Range(0, 100)], 4));

    [Fact]
    public void Sample_FewCores_IsAllOfThem() => Assert.Equal([1, 5], CoreList.Sample([1, 5], 4));
}
