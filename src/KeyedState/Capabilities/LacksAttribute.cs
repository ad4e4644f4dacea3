namespace KeyedState;

/// <summary>Why a state doesn't offer a capability. The report shows the reason where the figure would be.</summary>
/// <param name="capability">What it doesn't offer.</param>
/// <param name="because">The reason, as a clause without a full stop, such as "a lock can't be held across an await".</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class LacksAttribute(Capability capability, string because) : Attribute
{
    /// <summary>What the state doesn't offer.</summary>
    public Capability Capability { get; } = capability;

    /// <summary>The reason, as a clause.</summary>
    public string Because { get; } = because;
}
