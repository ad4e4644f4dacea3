using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Benchmarks.Commands;

/// <summary>Hands a call to BenchmarkDotNet's own command line, with one case a state.</summary>
internal static class BenchmarkDotNetCall
{
    // Calls that print something and measure nothing, and so rightly end without a summary.
    private static readonly string[] Informing = ["--list", "--help", "--info", "--version"];

    public static int Run(string[] args, TextWriter error)
    {
        var artifacts = Path.Combine(RepositoryRoot.Find(), "BenchmarkDotNet.Artifacts");
        var summaries = BenchmarkSwitcher.FromTypes([typeof(ThroughputBenchmarks)]).Run(args, SuiteConfig.ForSwitcher(artifacts)).ToArray();
        if (summaries.Length == 0)
        {
            if (args.Any(argument => Informing.Contains(argument.Split('=')[0])))
            {
                return ExitCode.Fine;
            }

            error.WriteLine("BenchmarkDotNet ran nothing: an option is wrong or the filter matches no state. See --list flat.");
            return ExitCode.WrongCall;
        }

        return summaries.All(Succeeded) ? ExitCode.Fine : ExitCode.Failed;
    }

    private static bool Succeeded(Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(report => report.Success);
}
