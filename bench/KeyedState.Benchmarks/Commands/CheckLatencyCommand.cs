using System.CommandLine;
using System.Globalization;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary><c>check-latency</c>: measures states of which it is known what the latency suite must find.</summary>
internal static class CheckLatencyCommand
{
    private const double Tolerance = 0.2;
    private const double StallInNanoseconds = 9e6;
    private const double BlockInNanoseconds = 40e6;

    public static Command Create()
    {
        var command = new Command("check-latency", "Drives the loops of the latency suite over states whose figures are known beforehand, in about ten seconds. The machine should do nothing else.");
        command.SetAction(call => Run(call.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(TextWriter output)
    {
        var waiting = LatencySelfTest.Waiting();
        double[] workers = [.. waiting.Roles.Select(role => role.Completed.Sum() / waiting.Window.TotalNanoseconds * role.ServiceTimes.Total / role.ServiceTimes.Count)];
        var open = Percentile(LatencySelfTest.StallingOpen().ResponseTimes);
        var closed = Percentile(LatencySelfTest.StallingClosed().Roles.Select(role => role.ServiceTimes));
        var first = LatencySelfTest.ReadersFirst();
        var roles = first.Roles;
        var (writes, all) = (roles[1].Completed.Sum(), roles.Sum(role => role.Completed.Sum()));
        var starves = Starvation.GetsLittle(writes, roles[1].Completed.Count, all, roles.Sum(role => role.Completed.Count))
            && Starvation.Waits(roles[1].LongestGap.TotalNanoseconds, [roles[0].LongestGap.TotalNanoseconds], first.Window.TotalNanoseconds);
        var blocking = LatencySelfTest.BlockingWriters().Roles[1];
        var block = (double)blocking.ServiceTimes.Total / blocking.ServiceTimes.Count;
        var expected = Scenario.GoByExample.Roles;
        (bool Right, string Line)[] found =
        [
            .. expected.Select((role, index) => (
                IsNear(workers[index], role.Workers),
                string.Create(CultureInfo.InvariantCulture, $"Little's law: {workers[index]:0.0} {role.Name} by their operations and times, {role.Workers} there are."))),
            (IsNear(open, StallInNanoseconds), string.Create(CultureInfo.InvariantCulture, $"A stall of 10 ms in every 100, open loop: P99 {open / 1e6:0.00} ms, 9 ms by calculation.")),
            (StallInNanoseconds * Tolerance > closed, string.Create(CultureInfo.InvariantCulture, $"The same in a closed loop, which must miss it: P99 {closed / 1e6:0.0000} ms.")),
            (starves, string.Create(CultureInfo.InvariantCulture, $"Readers first: {writes} of {all} operations are writes; the writers {(starves ? "starve, as they must" : "do not starve, as they should")}.")),
            (IsNear(block, BlockInNanoseconds) && Math.Abs(blocking.Completed.Sum() - blocking.ServiceTimes.Count) <= blocking.Completed.Count, string.Create(CultureInfo.InvariantCulture, $"Writes that block for 40 ms beside reads that take nothing: {blocking.Completed.Sum()} writes, {blocking.ServiceTimes.Count} of them timed, {block / 1e6:0.0} ms on average.")),
        ];
        foreach (var (right, line) in found)
        {
            output.WriteLine($"{(right ? "right" : "WRONG")}  {line}");
        }

        return found.All(one => one.Right) ? ExitCode.Fine : ExitCode.Failed;
    }

    private static bool IsNear(double measured, double expected) => Math.Abs((measured / expected) - 1) <= Tolerance;

    private static double Percentile(IEnumerable<LatencyRecorder> recorders)
    {
        var all = LatencyRecorder.Merge(recorders);
        return LatencyHistogram.Of(all.Counts, all.Shortest, all.Longest, all.OutOfRange).Percentile(0.99) ?? double.NaN;
    }
}
