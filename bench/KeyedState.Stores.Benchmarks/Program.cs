using KeyedState.Benchmarks.Suites.Stores;
using KeyedState.Stores.Benchmarks.Kills;

namespace KeyedState.Stores.Benchmarks;

/// <summary>The program of the suite of stores, which is one of its own so that nobody else needs the engines' packages.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is [StoreProcess.Measure or StoreProcess.Verify or StoreProcess.Write, ..] || Environment.GetEnvironmentVariable(StoresProgram.EndsWithInput) is not null)
        {
            InputWatch.Begin(Console.In);
        }

        // Whatever else is printed must not get between the answer.
        var answers = Console.Out;
        switch (args)
        {
            case [StoreProcess.Measure, var state, var seed]:
                Console.SetOut(Console.Error);
                return StoreAnswer.Give(answers, () => StoreMeasurement.Run(state, StoresProtocol.Usual, seed));
            case [StoreProcess.Verify, var state, var seed]:
                Console.SetOut(Console.Error);
                return StoreAnswer.Give(answers, () => StoreVerification.Run(state, seed));
            case [StoreProcess.Write, var state, var folder]:
                Console.SetOut(Console.Error);
                return ProcessVictim.Run(state, folder, answers);
            default:
                return StoresCommandLine.Run(args, Console.Out, Console.Error);
        }
    }
}
