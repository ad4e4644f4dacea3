using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Stores;

/// <summary>A PostgreSQL server must be installed for a state.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeedsPostgresServerAttribute : NeedsProgramAttribute
{
    /// <summary>Says so, and how it is installed.</summary>
    [SetsRequiredMembers]
    public NeedsPostgresServerAttribute()
        : base(PostgresInstallation.Server)
    {
        Debian = "sudo apt-get install postgresql";
        MacOS = "brew install postgresql@17 && brew link --force postgresql@17";
        Windows = "install it in WSL, as on Debian, and run the suite there";
    }

    /// <summary>Whether it is about settings of the server, so that one that was there already is no substitute.</summary>
    public bool OwnSettings { get; init; }

    /// <inheritdoc/>
    internal override string? Problem(string path) => base.Problem(path) ?? PostgresInstallation.WhyNot;

    // It is started by a shell, which Windows hasn't.
    private protected override bool IsThere(string path) => !OperatingSystem.IsWindows() && PostgresInstallation.Find(path) is not null;
}
