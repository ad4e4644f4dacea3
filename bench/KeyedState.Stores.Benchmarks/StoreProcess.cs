using System.Diagnostics;
using System.Text.Json;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks;

/// <summary>This program once more, to do one thing with one state and end. It ends with this process, and the engine that it started with it.</summary>
internal static class StoreProcess
{
    /// <summary>The first argument for a launch.</summary>
    public const string Measure = "measure";

    /// <summary>The first argument for a check.</summary>
    public const string Verify = "verify";

    /// <summary>The first argument for writers that are killed.</summary>
    public const string Write = "write";

    // Starting and ending engines included.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs it.</summary>
    /// <typeparam name="T">The kind of answer.</typeparam>
    /// <param name="settings">Environment variables that set its runtime.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="StoreProcessException">It failed, did not end in time, or answered something else.</exception>
    public static T Run<T>(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
        where T : class
    {
        using var process = Start(settings, arguments);
        var answer = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new StoreProcessException(FormattableString.Invariant($"It did not end within {Limit.TotalSeconds:0} s."));
        }

        if (process.ExitCode != 0)
        {
            throw new StoreProcessException(PlainText.OneLine(errors.Result.Trim()) is { Length: > 0 } said ? said : $"It ended with {process.ExitCode}.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(answer.Result) ?? throw new JsonException("null");
        }
        catch (JsonException failure)
        {
            throw new StoreProcessException("It answered something else than it was asked for.", failure);
        }
    }

    /// <summary>Starts it, with all its streams redirected.</summary>
    /// <param name="settings">Environment variables that set its runtime.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(StoreProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(InheritedSettings.ChangeFigures).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
