using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Adds 1 to a key.</summary>
internal struct AddOperation : IOperation<AddOperation, ValueTask<int>, int>
{
    private Draws draws;

    public static AddOperation Of(Scenario scenario, int worker) => new() { draws = new Draws(scenario, worker) };

    // The driver has looked whether the state adds. A checked cast would be half of what the fastest states take.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Begin(IKeyedState state) => Unsafe.As<IAtomicAdd>(state).AddAsync(draws.NextKey(), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;
}
