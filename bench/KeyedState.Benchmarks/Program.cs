namespace KeyedState.Benchmarks;

internal static class Program
{
    private static int Main(string[] args) => SuiteProgram.Run(args);
}
