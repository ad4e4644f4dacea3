namespace KeyedState.Stores;

/// <summary>A program that must be installed for a state. Where it isn't, the state is absent, and whoever wants it is told how to install it.</summary>
/// <param name="program">The program's name, as it is found on the path.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class NeedsProgramAttribute(string program) : Attribute
{
    /// <summary>The program's name.</summary>
    public string Program { get; } = program;

    /// <summary>The command that installs it on Debian and what derives from it.</summary>
    public required string Debian { get; init; }

    /// <summary>The command that installs it on macOS.</summary>
    public required string MacOS { get; init; }

    /// <summary>What to do on Windows.</summary>
    public required string Windows { get; init; }

    /// <summary>Why a state can't be made, with the commands that install what is missing, in one line; null where nothing is missing.</summary>
    /// <param name="path">The folders in which programs are sought, as the variable PATH has them.</param>
    internal virtual string? Problem(string path) =>
        IsThere(path) ? null : $"{Program} is not installed. Debian: {Debian}. macOS: {MacOS}. Windows: {Windows}.";

    /// <summary>Whether the program is there.</summary>
    /// <param name="path">The folders in which programs are sought, as the variable PATH has them.</param>
    private protected virtual bool IsThere(string path) => StoreAbsence.Find(Program, path) is not null;
}
