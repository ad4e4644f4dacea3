using System.Globalization;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>How many cores' time the process's control group, or one above it, lets it use.</summary>
internal static class CoreQuota
{
    private const string Groups = "sys/fs/cgroup";

    /// <summary>The least of all quotas in cores; null where there is none, or none that can be read.</summary>
    public static double? Read(SystemFiles files)
    {
        // A line a hierarchy, "number:controllers:/path"; version 2 is the one without controllers.
        var quotas = (files.Text("proc/self/cgroup") ?? string.Empty).Split('\n')
            .Select(line => line.Split(':', 3))
            .Where(fields => fields.Length == 3)
            .SelectMany(fields => fields[1].Length == 0 ? OfUnified(files, fields[2]) : OfControllers(files, fields[1], fields[2]));
        return quotas.Min();
    }

    /// <summary>What to tell of a quota before anything is measured; null where there is none.</summary>
    /// <param name="cores">The quota in cores.</param>
    public static string? Notice(double? cores) => cores is { } quota
        ? string.Create(CultureInfo.InvariantCulture, $"A control group allows this program the time of {quota:0.##} cores. When that is used up the program stands still, which looks like contention.")
        : null;

    private static IEnumerable<double?> OfUnified(SystemFiles files, string path) =>
        Chain(path).Select(group => (files.Text($"{Groups}{group}/cpu.max") ?? string.Empty).Split(' ') is [var quota, var period]
            ? Cores(Number(quota), Number(period))
            : null);

    private static IEnumerable<double?> OfControllers(SystemFiles files, string controllers, string path) =>
        controllers.Split(',').Contains("cpu")
            ? Chain(path).SelectMany(group => new[] { controllers, "cpu" }.Distinct().Select(mount =>
                Cores(files.Number($"{Groups}/{mount}{group}/cpu.cfs_quota_us"), files.Number($"{Groups}/{mount}{group}/cpu.cfs_period_us"))))
            : [];

    /// <summary>The group and all above it: within a container the path may be the host's, and only the root is there.</summary>
    private static IEnumerable<string> Chain(string path)
    {
        for (var group = path.TrimEnd('/'); group.Length > 0; group = group[..Math.Max(0, group.LastIndexOf('/'))])
        {
            yield return group;
        }

        yield return string.Empty;
    }

    // Version 2 says "max" where there is no quota, version 1 says -1.
    private static double? Cores(double? quota, double? period) => quota > 0 && period > 0 ? quota / period : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
