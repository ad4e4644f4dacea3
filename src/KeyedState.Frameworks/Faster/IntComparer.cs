using FASTER.core;

namespace KeyedState.Frameworks;

/// <summary>Compares and hashes keys; FASTER's own for an <see cref="int"/> goes through two interfaces.</summary>
internal sealed class IntComparer : IFasterEqualityComparer<int>
{
    /// <inheritdoc/>
    public long GetHashCode64(ref int k) => Utility.GetHashCode(k);

    /// <inheritdoc/>
    public bool Equals(ref int k1, ref int k2) => k1 == k2;
}
