using System.Globalization;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Commands;

/// <summary>Hands a call to BenchmarkDotNet's own command line, with one case a state.</summary>
internal static class BenchmarkDotNetCall
{
    // Calls that print something and measure nothing, and so rightly end without a summary.
    private static readonly string[] Informing = ["--list", "--help", "--info", "--version"];

    // Calls that say themselves how to build, or not to.
    private static readonly string[] NamingAToolchain = ["-i", "--inProcess", "-r", "--runtimes", "--cli", "--packages", "--coreRun"];

    // Of what a suite aims at; nearly all of its iterations are longer.
    private const double ShortShare = 2.0 / 3;

    public static int Run(string[] args, TextWriter error)
    {
        var informing = args.Any(argument => Informing.Contains(argument.Split('=')[0]));
        if (!informing)
        {
            LaunchProject.RequireBuildable(AppContext.BaseDirectory);
        }

        var artifacts = Path.Combine(RepositoryRoot.Find(), "BenchmarkDotNet.Artifacts");
        var summaries = BenchmarkSwitcher.FromTypes([typeof(ThroughputBenchmarks)]).Run(args, SuiteConfig.ForSwitcher(artifacts, Toolchains(args))).ToArray();
        if (summaries.Length == 0)
        {
            if (informing)
            {
                return ExitCode.Fine;
            }

            error.WriteLine("BenchmarkDotNet ran nothing: an option is wrong, or the filter matches no state. --list flat lists them.");
            return ExitCode.WrongCall;
        }

        if (ShortIterations(summaries) is { Length: > 0 } states)
        {
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Iterations of {string.Join(", ", states)} took less than {Window.AllCores.Aim.TotalMilliseconds * ShortShare:0} ms, so their figures may be far from those of a suite, which finds out first how much work fills an iteration: use run --suite full."));
        }

        return summaries.All(Succeeded) ? ExitCode.Fine : ExitCode.Failed;
    }

    private static Job[] Toolchains(string[] args) => args.Any(argument => NamingAToolchain.Contains(argument.Split('=')[0]))
        ? []
        : [Job.Default.WithToolchain(LaunchToolchain.Of(_ => true)).AsMutator()];

    private static string[] ShortIterations(IEnumerable<Summary> summaries) =>
    [
        .. summaries.SelectMany(summary => summary.Reports)
            .Where(report => report.AllMeasurements.Any(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result }
                && measurement.Nanoseconds < ShortShare * Window.AllCores.Aim.TotalNanoseconds))
            .Select(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name)
            .Distinct(),
    ];

    private static bool Succeeded(Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.Length > 0 && summary.Reports.All(report => report.Success);
}
