namespace KeyedState;

/// <summary>One operation on its way to an owner, with a completion source of its own for the reply: used once.</summary>
internal abstract class CompletionRequest
{
    /// <summary>Does what was asked for, and replies. Only the owner of <paramref name="map"/> calls this.</summary>
    public abstract void Serve(Dictionary<int, int> map);
}
