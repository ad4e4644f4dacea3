namespace KeyedState;

/// <summary>A transfer that no state makes, whatever its keys hold, or whose target can't hold the sum. Nothing has changed.</summary>
public sealed class InvalidTransferException : Exception
{
    /// <summary>Says that a transfer is invalid.</summary>
    public InvalidTransferException()
        : base("The transfer is invalid.")
    {
    }

    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One sentence.</param>
    public InvalidTransferException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and why.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">The reason.</param>
    public InvalidTransferException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Throws if the keys are the same or the amount is less than 1.</summary>
    /// <param name="source">The key that gives.</param>
    /// <param name="target">The key that takes.</param>
    /// <param name="amount">The amount.</param>
    /// <exception cref="InvalidTransferException">They are.</exception>
    public static void ThrowIfInvalid(int source, int target, int amount)
    {
        if (source == target)
        {
            throw new InvalidTransferException($"A transfer is between two keys, and both of these are {source}.");
        }

        if (amount < 1)
        {
            throw new InvalidTransferException($"A transfer moves at least 1, and not {amount}.");
        }
    }

    /// <summary>Throws if the target can't hold the sum.</summary>
    /// <param name="targetBefore">The target's value.</param>
    /// <param name="amount">The amount, 1 or more.</param>
    /// <exception cref="InvalidTransferException">It can't.</exception>
    public static void ThrowIfTooLarge(int targetBefore, int amount)
    {
        if (IsTooLarge(targetBefore, amount))
        {
            throw new InvalidTransferException($"{targetBefore} and {amount} are more than a value can be.");
        }
    }

    /// <summary>Whether the sum is more than a value can be.</summary>
    internal static bool IsTooLarge(int targetBefore, int amount) => targetBefore > int.MaxValue - amount;
}
