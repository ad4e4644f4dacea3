namespace KeyedState.Regression;

/// <summary>How a worker is started.</summary>
/// <param name="Label">Whose it is, such as "base".</param>
/// <param name="File">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Settings">Environment variables that it gets beside those of this process, without any that <see cref="InheritedSettings"/> takes away.</param>
public sealed record WorkerCommand(
    string Label, string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Settings);
