using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Puts into words what is wrong with additions to keys that nobody had used.</summary>
internal static class CreationFailures
{
    /// <summary>An addition that is missing from what others were told.</summary>
    /// <param name="key">The key.</param>
    /// <param name="told">The value before, as each caller was told.</param>
    public static Violation Lost(int key, IReadOnlyList<int> told) => new(
        ViolationKind.LostUpdate,
        Invariant($"Key {key}, which nobody had used: {told.Count} callers added 1 to it once each, and were told that it had held {string.Join(", ", told.SkipLast(1))} and {told[^1]} before."),
        []);

    /// <summary>An addition that threw, though nobody disposed of the state.</summary>
    /// <param name="exception">What it threw.</param>
    public static Violation Threw(Exception exception) => new(
        ViolationKind.Threw,
        $"An addition to a key that nobody had used threw {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}",
        []);

    /// <summary>Additions that were not answered.</summary>
    /// <param name="patience">For how long nothing happened.</param>
    public static Violation Hung(TimeSpan patience) => new(
        ViolationKind.Hung,
        Invariant($"Hung: additions to keys that nobody had used were not answered while nothing else happened for {patience.TotalSeconds:0.###} s."),
        []);
}
