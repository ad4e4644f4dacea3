using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>The keys and values of one worker, drawn while it runs, some keys more often than others.</summary>
/// <remarks>
/// The generator of <see cref="Draws"/>, whose upper half, scaled to the number of keys, serves twice: the whole part picks a column of the
/// <see cref="AliasTable"/>, and the fraction one of the column's two keys.
/// </remarks>
internal struct SkewedDraws : IDraws<SkewedDraws>
{
    private readonly AliasColumn[] columns;
    private readonly uint values;
    private ulong state;

    private SkewedDraws(Scenario scenario, int worker)
    {
        columns = AliasTable.Of(scenario.Keys);
        values = (uint)scenario.Values;
        state = Draws.StartOf(scenario, worker);
    }

    public static SkewedDraws Of(Scenario scenario, int worker) => new(scenario, worker);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextKey()
    {
        state = Draws.After(state);
        var scaled = (state >> 32) * (uint)columns.Length;
        var key = (int)(scaled >> 32);
        ref readonly var column = ref columns[key];

        // A branch would be taken by chance, and what a processor guesses wrong takes longer than all the rest. This is −1 where the fraction is the greater one.
        var isOther = (int)(((long)column.OwnShare - (uint)scaled) >> 63);
        return key ^ ((key ^ column.Other) & isOther);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Value() => Draws.ValueBy(state, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Choice() => Draws.ChoiceBy(state);
}
