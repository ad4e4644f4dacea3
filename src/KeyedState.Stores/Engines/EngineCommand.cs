using System.Globalization;
using System.Runtime.InteropServices;

namespace KeyedState.Stores;

/// <summary>How an engine's process is started, and by what it is known to be ready.</summary>
/// <param name="Title">The engine's name in messages.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments, in which <see cref="Port"/> and <see cref="Folder"/> stand for those that it is given.</param>
/// <param name="Answer">How its answer to <see cref="Question"/> begins once it is ready.</param>
public sealed record EngineCommand(string Title, string File, IReadOnlyList<string> Arguments, string Answer)
{
    /// <summary>Stands in an argument for the port on the loopback address that the engine is to listen on.</summary>
    public const string Port = "{port}";

    /// <summary>Stands in an argument for the folder that the engine has to itself; it is also the process's current folder.</summary>
    public const string Folder = "{folder}";

    /// <summary>The line PING, by which most engines are asked whether they are ready.</summary>
    internal const string Ping = "PING\r\n";

    /// <summary>What it is asked to find out whether it is ready, in ASCII.</summary>
    public string Question { get; init; } = Ping;

    /// <summary>
    /// Whether it has something outside of its folder, such as shared memory, which it takes with it when it is told to quit (SIGQUIT); one that
    /// has not is killed at once.
    /// </summary>
    public bool Quits { get; init; }

    /// <summary>
    /// Whether it is a program of .NET whose code is optimised when it is first compiled, as that of measured callers is, because the runtime's
    /// defaults would take longer to settle than it lives.
    /// </summary>
    public bool OptimisesAtOnce { get; init; }

    /// <summary>An engine that this assembly runs itself when it is started as a program.</summary>
    /// <param name="title">The engine's name in messages.</param>
    /// <param name="mode">The program's first argument.</param>
    /// <param name="answer">How its answer to PING begins.</param>
    /// <param name="arguments">Its further arguments.</param>
    internal static EngineCommand OfThisProgram(string title, string mode, string answer, params IReadOnlyList<string> arguments) =>
        new(title, Host, [ThisProgram, mode, .. arguments], answer);

    /// <summary>The program that runs this assembly: the host of the runtime that runs this process.</summary>
    internal static string Host { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>This assembly's file.</summary>
    internal static string ThisProgram => typeof(EngineCommand).Assembly.Location;

    /// <summary>The program and its arguments with a port in their place.</summary>
    /// <param name="port">The port.</param>
    internal IEnumerable<string> LineWith(int port) =>
        Arguments.Select(argument => argument.Replace(Port, port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Prepend(File);
}
