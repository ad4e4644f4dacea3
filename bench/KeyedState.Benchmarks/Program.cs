using KeyedState.Benchmarks.Commands;

namespace KeyedState.Benchmarks;

internal static class Program
{
    private static int Main(string[] args) => SuiteCommandLine.Run(args, Console.Out, Console.Error);
}
