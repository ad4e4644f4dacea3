namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Runs a program to its end in the environment that Go's programs get.</summary>
/// <param name="file">The program.</param>
/// <param name="folder">Where it runs.</param>
/// <param name="limit">How long it may take before it is killed.</param>
/// <param name="arguments">Its arguments.</param>
/// <returns>The exit code, null where the program does not exist; its output; its errors.</returns>
/// <exception cref="OperationCanceledException">It took longer.</exception>
internal delegate (int? ExitCode, string Output, string Errors) GoCall(string file, string folder, TimeSpan limit, IReadOnlyList<string> arguments);
