using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Says why a read cannot have returned what it did, whatever else happened.</summary>
internal static class UnexplainedRead
{
    /// <summary>Explains the read of a cluster that returned first.</summary>
    /// <param name="history">The history.</param>
    /// <param name="cluster">A cluster without a write, or of which a read returned before its write was called.</param>
    public static Violation Explain(History history, Cluster cluster)
    {
        var read = history[cluster.FirstToReturn];
        if (cluster.Write != Cluster.NoWrite)
        {
            return new Violation(
                ViolationKind.ReadBeforeItsWrite,
                Invariant($"Key {read.Key}: a read returned {read.Value} before the write of it was called."),
                [read, history[cluster.Write]]);
        }

        foreach (ref readonly var other in history.Operations)
        {
            if (other.IsWrite && other.Value == read.Value)
            {
                return new Violation(
                    ViolationKind.OtherKeysValue,
                    Invariant($"Key {read.Key}: a read returned {read.Value}, which was written to key {other.Key}."),
                    other.Called <= read.Called ? [other, read] : [read, other]);
            }
        }

        return new Violation(ViolationKind.NeverWritten, Invariant($"Key {read.Key}: a read returned {read.Value}, which nobody wrote."), [read]);
    }
}
