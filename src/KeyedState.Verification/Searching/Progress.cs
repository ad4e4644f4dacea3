namespace KeyedState.Verification;

/// <summary>How far an order of effects has come: which operations have taken effect, and the state since.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="first">The first operation, in the order of calls, that has not taken effect.</param>
/// <param name="ahead">The operations behind the first that have, ascending; never changed.</param>
/// <param name="state">The state.</param>
internal readonly struct Progress<TState>(int first, int[] ahead, TState state) : IEquatable<Progress<TState>>
    where TState : IEquatable<TState>
{
    /// <summary>The first operation, in the order of calls, that has not taken effect.</summary>
    public int First => first;

    /// <summary>The operations behind the first that have, ascending.</summary>
    public ReadOnlySpan<int> Ahead => ahead;

    /// <summary>The state.</summary>
    public TState State => state;

    /// <summary>The progress after one more operation.</summary>
    /// <param name="operation">An operation that had not taken effect.</param>
    /// <param name="next">The state after it.</param>
    public Progress<TState> With(int operation, TState next)
    {
        if (operation != first)
        {
            int[] further = [.. ahead, operation];
            Array.Sort(further);
            return new(first, further, next);
        }

        var passed = 0;
        while (passed < ahead.Length && ahead[passed] == first + 1 + passed)
        {
            passed++;
        }

        return new(first + 1 + passed, ahead[passed..], next);
    }

    /// <inheritdoc/>
    public bool Equals(Progress<TState> other) => first == other.First && state.Equals(other.State) && Ahead.SequenceEqual(other.Ahead);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Progress<TState> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(first);
        hash.Add(state);
        foreach (var operation in ahead)
        {
            hash.Add(operation);
        }

        return hash.ToHashCode();
    }
}
