using FASTER.core;

namespace KeyedState.Stores;

/// <summary>What FASTER calls back to read a value; writing one is what its base does.</summary>
internal sealed class RecordFunctions : FunctionsBase<int, int, int, int, Empty>
{
    /// <inheritdoc/>
    public override bool SingleReader(ref int key, ref int input, ref int value, ref int dst, ref ReadInfo readInfo) => Copy(value, ref dst);

    /// <inheritdoc/>
    public override bool ConcurrentReader(ref int key, ref int input, ref int value, ref int dst, ref ReadInfo readInfo) => Copy(value, ref dst);

    private static bool Copy(int from, ref int to)
    {
        to = from;
        return true;
    }
}
