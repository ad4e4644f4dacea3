using System.Diagnostics;
using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks.Curves;

/// <summary>
/// Redis' own tool for measuring a server, redis-benchmark, with the command that the curves' callers send: how much of what they get is the
/// client's doing.
/// </summary>
internal static class RedisBenchmark
{
    private const string Program = "redis-benchmark";

    // Each sends for some tenths of a second.
    private static readonly (int Connections, int Pipeline, int Requests)[] Cases =
        [(1, 1, 8_000), (1, 10, 60_000), (1, 100, 300_000), (1, 110, 300_000), (110, 1, 30_000)];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Measures a server: one connection with as many commands under way as the curves' callers have, and as many connections as callers.</summary>
    /// <param name="port">The server's port on the loopback address.</param>
    /// <param name="random">What the order is drawn from.</param>
    /// <returns>Null where the program is not installed.</returns>
    /// <exception cref="InvalidOperationException">The program failed, or printed no rate.</exception>
    public static StoredToolRate[]? Run(int port, Random random)
    {
        if (StoreAbsence.Find(Program) is not { } path)
        {
            return null;
        }

        var cases = Cases.ToArray();
        random.Shuffle(cases);
        return [.. cases.Select(one => new StoredToolRate(one.Connections, one.Pipeline, RateOf(Output(path, port, one))))];
    }

    /// <summary>The rate in what the program prints with --csv: its line for SET, with requests a second in the second column.</summary>
    /// <param name="output">What it printed.</param>
    /// <exception cref="InvalidOperationException">There is no such line.</exception>
    internal static double RateOf(string output)
    {
        var columns = output.Split('\n').Select(line => line.Trim().Split(',')).FirstOrDefault(columns => columns[0] == "\"SET\"");
        return columns is [_, var rate, ..] && double.TryParse(rate.Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out var requests) && requests > 0
            ? requests
            : throw new InvalidOperationException($"{Program} printed no rate.");
    }

    private static string Output(string path, int port, (int Connections, int Pipeline, int Requests) one)
    {
        string[] arguments =
        [
            "-h", "127.0.0.1", "-p", Text(port), "-t", "set", "-r", Text(CurveLoop.Keys),
            "-c", Text(one.Connections), "-P", Text(one.Pipeline), "-n", Text(one.Requests), "--csv",
        ];
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new InvalidOperationException($"{Program} did not end.");
        }

        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{Program} ended with {process.ExitCode}: {PlainText.OneLine(errors.Result.Trim())}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
