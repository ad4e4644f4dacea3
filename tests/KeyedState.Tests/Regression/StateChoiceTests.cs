using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class StateChoiceTests
{
    private static readonly WorkerState[] States =
    [
        new("Empty", IsLimit: true, Family: "Limit"),
        new("Pump", IsLimit: false, Family: "Owner"),
        new("Lease", IsLimit: false, Family: "Owner"),
        new("Lock", IsLimit: false, Family: "Lock"),
        new("Monitor", IsLimit: false, Family: "Lock"),
        new("Concurrent", IsLimit: false, Family: "Dictionary"),
    ];

    [Theory]
    [InlineData("", 3, "Pump Lock Concurrent")]
    [InlineData("Lease", 3, "Lease Lock Concurrent")]
    [InlineData("Lease Monitor", 2, "Lease Monitor")]
    [InlineData("Pump Lease Lock", 2, "Pump Lock")]
    [InlineData("Pump Lease Lock", 5, "Pump Lease Lock Concurrent")]
    [InlineData("Empty Other", 2, "Pump Lock")]
    [InlineData("Lease", 6, "Empty Pump Lease Lock Monitor Concurrent")]
    public void Of_MoreStatesThanTime_TakesWhatIsTouchedThenOneOfEachFamily(string touched, int most, string expected) => Assert.Equal(
        expected.Split(' '),
        StateChoice.Of(States, touched.Split(' ').ToHashSet(), most).Select(state => state.Name));
}
