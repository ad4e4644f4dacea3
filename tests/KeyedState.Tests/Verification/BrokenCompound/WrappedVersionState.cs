namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>
/// Transfers optimistically: reads two keys with their versions, and writes both if the versions are the same. They are so short that two
/// changes bring back the one before (ABA).
/// </summary>
internal sealed class WrappedVersionState : BrokenCompoundState, IAtomicTransfer
{
    private const int Versions = 2;

    private readonly Dictionary<int, int> versions = [];

    public async ValueTask<TransferResult> TransferAsync(int source, int target, int amount)
    {
        while (true)
        {
            var (seen, of) = Seen(source, target, amount);
            await LetOthersInNowAndThenAsync();
            lock (Gate)
            {
                if (Seen(source, target, amount).Versions == of)
                {
                    if (seen.Moved)
                    {
                        Set(source, seen.SourceBefore - amount);
                        Set(target, seen.TargetBefore + amount);
                    }

                    return seen;
                }
            }
        }
    }

    protected override void Set(int key, int value)
    {
        lock (Gate)
        {
            Map[key] = value;
            versions[key] = (versions.GetValueOrDefault(key) + 1) % Versions;
        }
    }

    private (TransferResult Result, (int Source, int Target) Versions) Seen(int source, int target, int amount)
    {
        lock (Gate)
        {
            var before = Map.GetValueOrDefault(source);
            return (
                new TransferResult(before, Map.GetValueOrDefault(target), before >= amount),
                (versions.GetValueOrDefault(source), versions.GetValueOrDefault(target)));
        }
    }
}
