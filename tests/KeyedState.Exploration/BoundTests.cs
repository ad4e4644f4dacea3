namespace KeyedState.Exploration;

/// <summary>How the variable is read that asks for more schedules.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData(null, Bound.Usual)]
    [InlineData("", Bound.Usual)]
    [InlineData("1", 1)]
    [InlineData("100000", 100_000)]
    public void Read_AWholeNumber_IsIt(string? text, int schedules) => Assert.Equal(schedules, Bound.Read(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("3000000000")]
    public void Read_AnythingElse_IsOneClearError(string text)
    {
        var exception = Assert.Throws<ArgumentException>(() => Bound.Read(text));

        Assert.Equal($"KEYEDSTATE_SCHEDULES is “{text}”, and must be a whole number above 0.", exception.Message);
    }
}
