using FASTER.core;

namespace KeyedState.Frameworks;

/// <summary>
/// What FASTER calls back to read and to write a value: an integer, which no other thread ever sees by halves.
/// A struct, as in FASTER's own benchmarks, so that the store is compiled with it instead of calling it.
/// </summary>
internal readonly struct CopyFunctions : IFunctions<int, int, int, int, Empty>
{
    public bool SingleReader(ref int key, ref int input, ref int value, ref int dst, ref ReadInfo readInfo) => Copy(value, ref dst);

    public bool ConcurrentReader(ref int key, ref int input, ref int value, ref int dst, ref ReadInfo readInfo) => Copy(value, ref dst);

    public bool SingleWriter(
        ref int key, ref int input, ref int src, ref int dst, ref int output, ref UpsertInfo upsertInfo, WriteReason reason) => Copy(src, ref dst);

    public bool ConcurrentWriter(ref int key, ref int input, ref int src, ref int dst, ref int output, ref UpsertInfo upsertInfo) =>
        Copy(src, ref dst);

    // What follows is for operations that the state does not make: read-modify-write, deletion, disk and checkpoints.
    public bool NeedInitialUpdate(ref int key, ref int input, ref int output, ref RMWInfo rmwInfo) => false;

    public bool InitialUpdater(ref int key, ref int input, ref int value, ref int output, ref RMWInfo rmwInfo) => false;

    public bool InPlaceUpdater(ref int key, ref int input, ref int value, ref int output, ref RMWInfo rmwInfo) => false;

    public void PostInitialUpdater(ref int key, ref int input, ref int value, ref int output, ref RMWInfo rmwInfo)
    {
    }

    public bool NeedCopyUpdate(ref int key, ref int input, ref int oldValue, ref int output, ref RMWInfo rmwInfo) => false;

    public bool CopyUpdater(ref int key, ref int input, ref int oldValue, ref int newValue, ref int output, ref RMWInfo rmwInfo) => false;

    public void PostCopyUpdater(ref int key, ref int input, ref int oldValue, ref int newValue, ref int output, ref RMWInfo rmwInfo)
    {
    }

    public bool SingleDeleter(ref int key, ref int value, ref DeleteInfo deleteInfo) => false;

    public bool ConcurrentDeleter(ref int key, ref int value, ref DeleteInfo deleteInfo) => false;

    public void PostSingleDeleter(ref int key, ref DeleteInfo deleteInfo)
    {
    }

    public void PostSingleWriter(
        ref int key, ref int input, ref int src, ref int dst, ref int output, ref UpsertInfo upsertInfo, WriteReason reason)
    {
    }

    public void ReadCompletionCallback(ref int key, ref int input, ref int output, Empty ctx, Status status, RecordMetadata recordMetadata)
    {
    }

    public void RMWCompletionCallback(ref int key, ref int input, ref int output, Empty ctx, Status status, RecordMetadata recordMetadata)
    {
    }

    public void DisposeSingleWriter(
        ref int key, ref int input, ref int src, ref int dst, ref int output, ref UpsertInfo upsertInfo, WriteReason reason)
    {
    }

    public void DisposeCopyUpdater(ref int key, ref int input, ref int oldValue, ref int newValue, ref int output, ref RMWInfo rmwInfo)
    {
    }

    public void DisposeInitialUpdater(ref int key, ref int input, ref int value, ref int output, ref RMWInfo rmwInfo)
    {
    }

    public void DisposeSingleDeleter(ref int key, ref int value, ref DeleteInfo deleteInfo)
    {
    }

    public void DisposeDeserializedFromDisk(ref int key, ref int value)
    {
    }

    public void CheckpointCompletionCallback(int sessionID, string sessionName, CommitPoint commitPoint)
    {
    }

    private static bool Copy(int from, ref int to)
    {
        to = from;
        return true;
    }
}
