namespace KeyedState.Harness;

/// <summary>A column of an <see cref="AliasTable"/>: with what probability it stands for the key of its own number, and for which key otherwise.</summary>
/// <param name="OwnShare">The probability, in parts of 2³², less one.</param>
/// <param name="Other">The other key.</param>
internal readonly record struct AliasColumn(uint OwnShare, int Other);
