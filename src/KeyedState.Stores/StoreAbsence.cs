namespace KeyedState.Stores;

/// <summary>Why a state can't be made on this machine.</summary>
public static class StoreAbsence
{
    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>The reason with the commands that install what is missing, in one line; null where nothing is missing.</summary>
    /// <param name="type">The state's class.</param>
    public static string? Of(Type type) =>
        OutsideServer.IsUsedBy(type) ? null
        : OutsideRedis.IsNamed && Attribute.IsDefined(type, typeof(NeedsRedisServerAttribute)) ? $"{OutsideRedis.Title} keeps its own settings."
        : OutsidePostgres.IsNamed && Attribute.IsDefined(type, typeof(NeedsPostgresServerAttribute)) ? $"{OutsidePostgres.Title} keeps its own settings."
        : Of(type, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>The same for programs that are sought elsewhere.</summary>
    /// <param name="type">The state's class.</param>
    /// <param name="path">The folders in which programs are sought, as the variable PATH has them.</param>
    internal static string? Of(Type type, string path) =>
        ((NeedsProgramAttribute?)Attribute.GetCustomAttribute(type, typeof(NeedsProgramAttribute)))?.Problem(path);

    /// <summary>Finds a program.</summary>
    /// <param name="program">Its name without an extension.</param>
    /// <returns>Its full path; null where it is in no folder of the path.</returns>
    internal static string? Find(string program) => Find(program, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>Finds a program in other folders.</summary>
    /// <param name="program">Its name without an extension.</param>
    /// <param name="path">The folders, as the variable PATH has them.</param>
    internal static string? Find(string program, string path) =>
        (from folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from extension in Extensions
         let file = Path.Combine(folder, program + extension)
         where File.Exists(file)
         select file).FirstOrDefault();
}
