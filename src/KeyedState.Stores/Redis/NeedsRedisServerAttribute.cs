using System.Diagnostics.CodeAnalysis;

namespace KeyedState.Stores;

/// <summary>The redis-server must be installed for a state.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeedsRedisServerAttribute : NeedsProgramAttribute
{
    /// <summary>Says so, and how it is installed.</summary>
    [SetsRequiredMembers]
    public NeedsRedisServerAttribute()
        : base(RedisServer.Program)
    {
        Debian = "sudo apt-get install redis-server";
        MacOS = "brew install redis";
        Windows = "install it in WSL, as on Debian, and run the suite there";
    }

    /// <summary>Whether it is about settings of the server, so that one that was there already is no substitute.</summary>
    public bool OwnSettings { get; init; }
}
