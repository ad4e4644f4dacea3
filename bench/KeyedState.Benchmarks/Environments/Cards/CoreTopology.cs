namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>What Linux tells of the cores: who shares a physical one, and how fast they may run.</summary>
internal static class CoreTopology
{
    private const string Cores = "sys/devices/system/cpu";

    /// <summary>The allowed logical cores that share a physical one, a list each; empty where none do, null where the system does not say.</summary>
    public static IReadOnlyList<string>? Siblings(SystemFiles files, IReadOnlyList<int> allowed)
    {
        var groups = allowed.Select(core => CoreList.Parse(files.Text($"{Cores}/cpu{core}/topology/thread_siblings_list"))).ToArray();
        return groups.Length == 0 || groups.Any(group => group.Count == 0)
            ? null
            : [.. groups.Select(group => allowed.Intersect(group).ToArray()).Where(group => group.Length > 1).Select(CoreList.Format).Distinct()];
    }

    /// <summary>Whether cores may exceed their nominal frequency; null where the system does not show it.</summary>
    public static bool? Turbo(SystemFiles files) => (files.Text($"{Cores}/intel_pstate/no_turbo"), files.Text($"{Cores}/cpufreq/boost")) switch
    {
        ("0", _) or (null, "1") => true,
        ("1", _) or (null, "0") => false,
        _ => null,
    };

    /// <summary>The highest frequency of any of the allowed cores in megahertz; null where the system does not show it.</summary>
    public static double? HighestMegahertz(SystemFiles files, IReadOnlyList<int> allowed) =>
        allowed.Select(core => files.Number($"{Cores}/cpu{core}/cpufreq/cpuinfo_max_freq") / 1000).Where(frequency => frequency > 0).Max();
}
