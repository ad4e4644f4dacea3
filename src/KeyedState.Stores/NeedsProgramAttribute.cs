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
}
