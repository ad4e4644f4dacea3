namespace KeyedState.Tests.Owners;

/// <summary>Pumps without an owner around them, and requests to them.</summary>
public abstract class PumpSetup
{
    private protected PumpSetup() => Pumps = new PumpRoster(Inbox, most: 2);

    private protected Inbox Inbox { get; } = new();

    private protected PumpRoster Pumps { get; }

    private protected static TurnRequest Write(int key, int value, out Task reply)
    {
        var request = new TurnRequest();
        reply = request.BeginWrite(key, value).AsTask();
        return request;
    }

    private protected ValueTask Ask(int key, int value)
    {
        var request = new TurnRequest();
        var reply = request.BeginWrite(key, value);
        Inbox.Push(request);
        return reply;
    }

    private protected async Task<int> ReadAsync(int key)
    {
        var reply = Inbox.Read(key, out var needsOwner);
        if (needsOwner)
        {
            Pumps.Start();
        }

        return await reply;
    }
}
