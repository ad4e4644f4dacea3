using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FASTER.core;
using Microsoft.Win32.SafeHandles;

namespace KeyedState.Stores;

/// <summary>Files that FASTER reads and writes on the thread that asks for it, written through to the disk.</summary>
/// <remarks>
/// FASTER's own device for Linux hands each access to the thread pool, and a commit blocks one of the pool's threads until it is done. The
/// access then waits in that thread's own queue, which others look into only when nothing else is to be done: never, while callers keep the pool busy.
/// </remarks>
/// <param name="path">The path, to which the number of a segment may be added.</param>
internal sealed class FileDevice(string path) : StorageDeviceBase(path, Sector, Devices.CAPACITY_UNSPECIFIED)
{
    private const uint Sector = 512;
    private const uint Fine = 0;

    private readonly ConcurrentDictionary<int, Lazy<SafeFileHandle>> segments = new();

    /// <inheritdoc/>
    public override void WriteAsync(
        IntPtr sourceAddress, int segmentId, ulong destinationAddress, uint numBytesToWrite, DeviceIOCompletionCallback callback, object context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)numBytesToWrite);
        Marshal.Copy(sourceAddress, buffer, 0, (int)numBytesToWrite);
        RandomAccess.Write(FileOf(segmentId), buffer.AsSpan(0, (int)numBytesToWrite), (long)destinationAddress);
        ArrayPool<byte>.Shared.Return(buffer);
        callback(Fine, numBytesToWrite, context);
    }

    /// <inheritdoc/>
    public override void ReadAsync(
        int segmentId, ulong sourceAddress, IntPtr destinationAddress, uint readLength, DeviceIOCompletionCallback callback, object context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)readLength);
        var read = RandomAccess.Read(FileOf(segmentId), buffer.AsSpan(0, (int)readLength), (long)sourceAddress);
        Marshal.Copy(buffer, 0, destinationAddress, read);
        ArrayPool<byte>.Shared.Return(buffer);
        callback(Fine, (uint)read, context);
    }

    /// <inheritdoc/>
    public override void RemoveSegmentAsync(int segment, AsyncCallback callback, IAsyncResult result)
    {
        if (segments.TryRemove(segment, out var file))
        {
            file.Value.Dispose();
        }

        File.Delete(GetSegmentFilename(FileName, segment));
        callback(result);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var file in segments.Values)
        {
            file.Value.Dispose();
        }
    }

    private SafeFileHandle FileOf(int segment) => segments.GetOrAdd(segment, one => new(() => Open(GetSegmentFilename(FileName, one)))).Value;

    private static SafeFileHandle Open(string file) =>
        File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.WriteThrough);
}
