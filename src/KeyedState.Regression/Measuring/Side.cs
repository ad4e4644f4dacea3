namespace KeyedState.Regression;

/// <summary>One of the two builds of a comparison.</summary>
public enum Side
{
    /// <summary>What is there already.</summary>
    Base,

    /// <summary>What is proposed.</summary>
    Head,
}
