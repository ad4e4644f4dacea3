namespace KeyedState.Stores.Tests;

/// <summary>Tests of what not every machine has.</summary>
internal static class Installed
{
    /// <summary>Skips a test, with the reason, where a state can't be made.</summary>
    /// <param name="state">The state's class.</param>
    public static void SkipWithout(Type state)
    {
        if (StoreAbsence.Of(state) is { } because)
        {
            Assert.Skip(because);
        }
    }
}
