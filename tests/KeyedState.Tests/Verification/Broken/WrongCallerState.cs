namespace KeyedState.Tests.Verification.Broken;

/// <summary>An owner that now and then gives two callers of one batch each other's replies.</summary>
internal sealed class WrongCallerState : BrokenState
{
    private const int Period = 10;

    private readonly Dictionary<int, int> map = [];
    private readonly Lock turn = new();
    private readonly List<(int Key, int? Value, TaskCompletionSource<int> Reply)> inbox = [];
    private int batches;

    public override ValueTask<int> ReadAsync(int key) => new(Ask(key, null));

    public override ValueTask WriteAsync(int key, int value) => new(Ask(key, value));

    private Task<int> Ask(int key, int? value)
    {
        var reply = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (inbox)
        {
            inbox.Add((key, value, reply));
        }

        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Turn(), this, preferLocal: false);
        return reply.Task;
    }

    private void Turn()
    {
        lock (turn)
        {
            (int Key, int? Value, TaskCompletionSource<int> Reply)[] batch;
            lock (inbox)
            {
                batch = [.. inbox];
                inbox.Clear();
            }

            var answers = batch.Select(request => request.Value is { } value ? map[request.Key] = value : map.GetValueOrDefault(request.Key)).ToArray();
            var reads = Enumerable.Range(0, batch.Length).Where(i => batch[i].Value is null).ToArray();
            if (reads.Length >= 2 && ++batches % Period == 0)
            {
                (answers[reads[0]], answers[reads[^1]]) = (answers[reads[^1]], answers[reads[0]]);
            }

            foreach (var (request, answer) in batch.Zip(answers))
            {
                request.Reply.SetResult(answer);
            }
        }
    }
}
