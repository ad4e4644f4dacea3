namespace KeyedState.Results;

/// <summary>The machine and runtime of a run.</summary>
/// <param name="Folder">The machine's folder under results.</param>
/// <param name="Processor">The processor's name as the system gives it.</param>
/// <param name="ProcessorModel">What tells processors of one name apart, such as family, model and stepping.</param>
/// <param name="LogicalCores">How many logical cores the run had.</param>
/// <param name="System">The operating system and its version.</param>
/// <param name="Architecture">The process architecture, such as "X64".</param>
/// <param name="Runtime">The runtime, such as ".NET 10.0.12".</param>
/// <param name="GarbageCollector">The collector's mode, such as "Concurrent Workstation".</param>
public sealed record StoredMachine(
    string Folder,
    string Processor,
    string ProcessorModel,
    int LogicalCores,
    string System,
    string Architecture,
    string Runtime,
    string GarbageCollector);
