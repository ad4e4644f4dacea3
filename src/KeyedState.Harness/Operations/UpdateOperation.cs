using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Adds 1 to a key by code that awaits between the read and the write.</summary>
/// <typeparam name="TCode">What the code awaits.</typeparam>
internal struct UpdateOperation<TCode> : IOperation<UpdateOperation<TCode>, ValueTask<int>, int>
    where TCode : struct, IUpdateCode
{
    private static readonly Func<int, CancellationToken, ValueTask<int>> Code = RunAsync;

    private Draws draws;

    public static UpdateOperation<TCode> Of(Scenario scenario, int worker) => new() { draws = new Draws(scenario, worker) };

    // The driver has looked whether the state updates.
    public ValueTask<int> Begin(IKeyedState state) => Unsafe.As<IExclusiveUpdate>(state).UpdateAsync(draws.NextKey(), Code);

    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;

    private static async ValueTask<int> RunAsync(int value, CancellationToken cancellationToken)
    {
        await TCode.AwaitAsync();
        return unchecked(value + 1);
    }
}
