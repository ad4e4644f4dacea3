using FASTER.core;

namespace KeyedState.Stores;

/// <summary>Makes <see cref="FileDevice"/>s for what FASTER notes of a commit.</summary>
internal sealed class FileDeviceFactory : INamedDeviceFactory
{
    private readonly LocalStorageNamedDeviceFactory files = new();
    private string folder = "";

    /// <inheritdoc/>
    public void Initialize(string baseName)
    {
        folder = baseName;
        files.Initialize(baseName);
    }

    /// <inheritdoc/>
    public IDevice Get(FileDescriptor fileInfo)
    {
        var path = Path.Combine(folder, fileInfo.directoryName);
        Directory.CreateDirectory(path);
        return new FileDevice(Path.Combine(path, fileInfo.fileName));
    }

    /// <inheritdoc/>
    public void Delete(FileDescriptor fileInfo) => files.Delete(fileInfo);

    /// <inheritdoc/>
    public IEnumerable<FileDescriptor> ListContents(string path) => files.ListContents(path);
}
