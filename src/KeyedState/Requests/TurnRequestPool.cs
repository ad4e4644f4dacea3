namespace KeyedState;

/// <summary>
/// Requests that wait to be used again, over all threads: it holds at most as many as were ever outstanding
/// at one time, wherever they are rented and returned.
/// </summary>
internal sealed class TurnRequestPool
{
    private readonly Lock gate = new();
    private TurnRequest? first;

    /// <summary>Takes a request out, or makes one.</summary>
    public TurnRequest Rent()
    {
        lock (gate)
        {
            if (first is not { } request)
            {
                return new TurnRequest(this);
            }

            first = request.Next;
            request.Next = null;
            return request;
        }
    }

    /// <summary>Puts a request back whose reply was taken.</summary>
    public void Return(TurnRequest request)
    {
        lock (gate)
        {
            request.Next = first;
            first = request;
        }
    }
}
