using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Intel(R) Core™ é 日本", "Intel(R) Core™ é 日本")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u001b[31mred\u0007", "\uFFFD[31mred\uFFFD")]
    [InlineData("left\u202Eright\u200B", "left\uFFFDright\uFFFD")]
    [InlineData("a\u2028b\u0085c", "a\uFFFDb\uFFFDc")]
    public void OneLine_AnyText_IsHarmless(string text, string expected) => Assert.Equal(expected, PlainText.OneLine(text));

    [Fact]
    public void OneLine_HalfACharacter_IsReplaced() => Assert.Equal("a\uFFFD", PlainText.OneLine("a" + '\uD800'));

    [Theory]
    [InlineData("plain text", false)]
    [InlineData("two\nlines", true)]
    [InlineData("\u0000", true)]
    public void HasControls_FindsWhatDoesNotPrint(string text, bool expected) => Assert.Equal(expected, PlainText.HasControls(text));

    [Theory]
    [InlineData("abcd", "abcd")]
    [InlineData("abcde", "abc…")]
    [InlineData("ab😀de", "ab…")]
    public void OneLine_Overlong_IsCutBetweenCharacters(string text, string expected) => Assert.Equal(expected, PlainText.OneLine(text, 4));
}
