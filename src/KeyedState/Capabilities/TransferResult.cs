namespace KeyedState;

/// <summary>What a transfer found, and whether it moved the amount.</summary>
/// <param name="SourceBefore">The source's value before.</param>
/// <param name="TargetBefore">The target's value before.</param>
/// <param name="Moved">Whether the source had enough, so that the amount was moved.</param>
public readonly record struct TransferResult(int SourceBefore, int TargetBefore, bool Moved);
