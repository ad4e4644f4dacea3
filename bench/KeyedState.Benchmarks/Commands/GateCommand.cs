using System.CommandLine;
using System.Runtime.InteropServices;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Benchmarks.Gate;
using KeyedState.Regression;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>gate</c>: base against head, side by side.</summary>
internal static class GateCommand
{
    private const double MostHours = 100;
    private const double UsualHours = 3;
    private const double MostPlanted = 1000;
    private const double MostMinutes = 600;
    private const string DefaultProject = "bench/KeyedState.Benchmarks";

    public static Command Create()
    {
        var @base = new Option<string?>("--base") { Description = "A commit or a folder. Default: the commit at which this branch left the main branch." };
        var head = new Option<string?>("--head") { Description = "A commit or a folder. Default: the working tree as it is." };
        var project = new Option<string>("--project")
        {
            Description = "The project of the program that holds the states, relative to the top folder of the sources.",
            DefaultValueFactory = _ => DefaultProject,
        };
        var states = StatesOption.Create("The states to compare, separated by commas. Default: those of the headline suite, and others that the change touches.");
        var look = new Option<string?>("--look")
        {
            Description = FormattableString.Invariant(
                $"{GateLooks.Latency}: compare only the P99 service time, on all cores with {GateLooks.Rate:0} operations per second. It is coarse and aims to detect {Math.Exp(LookRules.Latency.Threshold) - 1:0 %}. Default: the usual looks at one core and all cores."),
        };
        look.AcceptOnlyFromAmong(GateLooks.Latency);
        var minutes = NumberOption.Create(
            "--minutes",
            "How many minutes the gate may take, builds included. With less time it makes fewer launches and detects only larger changes.",
            0.0, MostMinutes, GateQuestion.UsualTime.TotalMinutes);
        var plant = NumberOption.Create(
            "--plant",
            "Slow every state of the head down by a delay of this many percent of its one-core cost, or of its P99 with --look latency, to see whether the gate finds it.",
            0.0, MostPlanted, 0.0);
        var seed = new Option<int?>("--seed") { Description = "The seed of all random orders. Default: a new one, which is printed." };
        var json = new Option<string?>("--json") { Description = "Write all results to this file, as JSON." };
        var markdown = new Option<string?>("--markdown") { Description = "Write the page for a pull request's comment to this file, as markdown." };
        var calibrate = new Option<bool>("--calibrate")
        {
            Description = "Do not compare, but measure how often the gate raises a false alarm and what it finds. It prints how many hours are left, continues where it was stopped, and writes results/<machine>/gate/calibration.md, or gate/latency/calibration.md with --look latency.",
        };
        var hours = NumberOption.Create("--hours", "The most hours to calibrate; 0 only writes the page again.", 0.0, MostHours, UsualHours);
        var command = new Command(
            "gate",
            "Runs two builds in turns and says which states became slower, which faster, and which did not change. "
            + "Exit code 0: no regression; 1: a regression; 2: a wrong call; 3: this machine can't judge now.")
        {
            @base, head, project, states, look, minutes, plant, seed, json, markdown, calibrate, hours,
        };
        command.SetAction(call => Interruptible(call.InvocationConfiguration, (output, cancellation) => call.GetValue(calibrate)
            ? Calibrate(call.GetRequiredValue(project), call.GetValue(look), TimeSpan.FromHours(call.GetValue(hours)), output, cancellation)
            : Compare(
                new GateCall(
                    call.GetValue(@base), call.GetValue(head), call.GetRequiredValue(project), call.GetRequiredValue(states), GateLooks.Of(call.GetValue(look)),
                    TimeSpan.FromMinutes(call.GetValue(minutes)), 1 + (call.GetValue(plant) / 100), call.GetValue(seed), call.GetValue(json), call.GetValue(markdown)),
                output,
                cancellation)));
        return command;
    }

    private static int Compare(GateCall call, TextWriter output, CancellationToken cancellation)
    {
        RequireWritable(call.Json);
        RequireWritable(call.Markdown);
        if (CoreQuota.Notice(CoreQuota.Read(SystemFiles.OfThisMachine)) is { } notice)
        {
            output.WriteLine(notice);
        }

        try
        {
            var record = new GateRunner(output.WriteLine, cancellation).Run(call);
            output.WriteLine();
            output.WriteLine(GateTable.Render(record));
            Save(call, record);
            return ExitCode.Of(record.Conclusion);
        }
        catch (Exception failure) when (call.Markdown is not null && failure is WorkerException or BuildFailedException or CannotCompareException or TimeoutException)
        {
            // Whoever waits for a page must not be left with the one before.
            WholeFile.Write(call.Markdown!, GateMarkdown.RenderFailure(failure.Message));
            throw;
        }
    }

    // Before anything is built: that a page can't be written must not be learnt after the measurement.
    private static void RequireWritable(string? path)
    {
        if (path is not null && (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))))
        {
            throw new FormatException($"{path} can't be written: name a file in a folder that exists.");
        }
    }

    private static int Calibrate(string project, string? look, TimeSpan time, TextWriter output, CancellationToken cancellation)
    {
        var repository = RepositoryRoot.Find();
        var results = new ResultsFolder(Path.Combine(repository, "results"));
        using var alone = ResultsLock.Take(results, "gate --calibrate");
        var folder = Path.Combine(results.Root, MachineProbe.Read().Folder, "gate", look ?? "");
        var page = Path.Combine(folder, "calibration.md");
        var (commit, looks) = new CalibrationRunner(output.WriteLine, cancellation).Run(repository, project, folder, GateLooks.Of(look), time);
        WholeFile.Write(page, CalibrationMarkdown.Render(CalibrationReader.Read(folder, commit, looks)));
        output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, page));
        return ExitCode.Fine;
    }

    private static int Interruptible(InvocationConfiguration console, Func<TextWriter, CancellationToken, int> work)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        try
        {
            return work(console.Output, cancellation.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException || cancellation.IsCancellationRequested)
        {
            // The signal reaches workers and builds too, and they may end before this program asks them the next thing.
            console.Error.WriteLine("Interrupted before a verdict.");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is WorkerException or BuildFailedException or CannotCompareException or TimeoutException)
        {
            console.Error.WriteLine(PlainText.OneLine(failure.Message));
            return failure switch
            {
                BuildFailedException => ExitCode.WrongCall,
                WorkerException { Label: PublishedBuild.HeadLabel } => ExitCode.Failed,
                _ => ExitCode.CannotJudge,
            };
        }

        void End(PosixSignalContext signal)
        {
            // The process goes on until everything that it started and wrote is gone. Who presses Ctrl-C twice does not want to wait.
            signal.Cancel = signal.Signal != PosixSignal.SIGINT || !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private static void Save(GateCall call, GateRecord record)
    {
        if (call.Json is { } json)
        {
            GateFile.Save(record, json);
        }

        if (call.Markdown is { } markdown)
        {
            WholeFile.Write(markdown, GateMarkdown.Render(record));
        }
    }
}
