using KeyedState.Benchmarks.Environments.Cards;

namespace KeyedState.Tests.Environments.Cards;

/// <summary>The files of a made-up Linux machine, in a folder of their own.</summary>
internal sealed class FakeSystem : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public SystemFiles Files => new(root);

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>Writes a file as the kernel would, with a line's end.</summary>
    public FakeSystem With(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
        return this;
    }

    /// <summary>Writes a file of each core, in order from core 0.</summary>
    public FakeSystem WithCores(string path, params string[] texts) => texts.Select((text, core) => (text, core))
        .Aggregate(this, (system, one) => system.With($"sys/devices/system/cpu/cpu{one.core}/{path}", one.text));
}
