namespace KeyedState.Results;

/// <summary>How one state stands to another on one place.</summary>
public enum Standing
{
    /// <summary>The interval of their ratio holds 1, or there is none.</summary>
    Level,

    /// <summary>Clearly faster.</summary>
    Ahead,

    /// <summary>Clearly slower.</summary>
    Behind,
}
