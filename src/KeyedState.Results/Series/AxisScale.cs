namespace KeyedState.Results;

/// <summary>How the points of an axis lie.</summary>
public enum AxisScale
{
    /// <summary>By their values.</summary>
    Linear,

    /// <summary>By the logarithms of their values, which are positive.</summary>
    Logarithmic,

    /// <summary>Side by side in an order, with nothing between them.</summary>
    Ordered,

    /// <summary>Side by side, each for itself.</summary>
    Named,
}
