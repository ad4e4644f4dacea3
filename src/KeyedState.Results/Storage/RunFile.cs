using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A stored run as a file.</summary>
public static class RunFile
{
    private const long LargestFile = 64L << 20;
    private const int LongestProblem = 300;

    /// <summary>Writes a run whole or not at all. The same run gives the same bytes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(StoredRun run, string path) => WholeFile.Write(path, TextOf(run));

    /// <summary>What is written of a run.</summary>
    internal static string TextOf(StoredRun run)
    {
        var ordered = run with
        {
            Source = run.Source with { Packages = Ordered(run.Source.Packages) },
            Looks = [.. run.Looks.Select(look => look with { Placement = look.Placement with { RuntimeSettings = Ordered(look.Placement.RuntimeSettings) } })],
        };
        return JsonSerializer.Serialize(ordered, RunFormat.WriteOptions) + "\n";
    }

    /// <summary>Reads a run and checks that it can be what a run measured.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoredRunException">The file is missing, damaged, foreign, of another version than this code reads, or says what cannot be.</exception>
    public static StoredRun Load(string path)
    {
        var bytes = ReadWhole(path);
        if (!bytes.AsSpan().ContainsAnyExcept("\0 \r\n\t"u8))
        {
            throw new StoredRunException($"{path} is empty: delete it, or restore it from version control.");
        }

        try
        {
            RefuseForeign(path, bytes);
            var run = JsonSerializer.Deserialize<StoredRun>(bytes, RunFormat.Options)!;
            return RunCheck.FirstProblem(run) is { } problem
                ? throw new StoredRunException($"{path} says what cannot be: {PlainText.OneLine(problem, LongestProblem)}. Delete it, or restore it from version control.")
                : run;
        }
        catch (JsonException error)
        {
            throw new StoredRunException(Describe(path, SyntaxError(bytes) ?? error), error);
        }
        catch (InvalidOperationException error)
        {
            // What the reader says, unlike of all other damage, where a name is escaped as half a character.
            throw new StoredRunException($"{path} is damaged: it holds a name that is no text. Delete it, or restore it from version control.", error);
        }
    }

    // A dictionary has no order of its own, and the bytes must.
    private static SortedDictionary<string, string> Ordered(IReadOnlyDictionary<string, string> entries) => new(entries.ToDictionary(), StringComparer.Ordinal);

    private static byte[] ReadWhole(string path)
    {
        try
        {
            // A link's own length says nothing of what is read.
            return new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length switch
            {
                // Not opened: a pipe or a device has no length either, and may never end.
                0 when File.Exists(path) => [],
                <= LargestFile => File.ReadAllBytes(path),
                _ => throw new StoredRunException($"{path} is larger than {LargestFile >> 20} MiB and no stored run: move it elsewhere."),
            };
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoredRunException($"{path} does not exist: check the path, or make a run first.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StoredRunException($"{path} cannot be read ({error.Message}): check its permissions.", error);
        }
    }

    private static void RefuseForeign(string path, byte[] bytes)
    {
        // The schema is read first, because only it says whether the rest can be understood.
        var version = SchemaOf(bytes)
            ?? throw SyntaxError(bytes) ?? (Exception)new StoredRunException($"{path} is no stored run (it has no schema version): move it elsewhere.");
        if (version > StoredRun.CurrentSchema)
        {
            throw new StoredRunException(
                $"{path} was made by a newer version of the suite (schema {version}, this one reads {StoredRun.CurrentSchema}): update the suite.");
        }

        if (version < StoredRun.CurrentSchema)
        {
            throw new StoredRunException(
                $"{path} was made by an older version of the suite (schema {version}, this one reads {StoredRun.CurrentSchema}): delete it and make the run again, or read it with that version.");
        }
    }

    /// <summary>The schema's version, reading no further than there, where every run has it first; null where there is none.</summary>
    private static int? SchemaOf(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, RunFormat.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSchema = reader.ValueTextEquals("schema");
            reader.Read();
            if (isSchema)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number > 0 ? number : null;
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>What keeps the whole file from being JSON; null when it is.</summary>
    private static JsonException? SyntaxError(byte[] bytes)
    {
        try
        {
            JsonDocument.Parse(bytes, RunFormat.DocumentOptions).Dispose();
            return null;
        }
        catch (JsonException error)
        {
            return error;
        }
        catch (InvalidOperationException)
        {
            // A name that is escaped as half a character, which is another fault than the one that is asked about.
            return null;
        }
    }

    private static string Describe(string path, JsonException error) => error.Path is { Length: > 1 } field
        ? $"{path} has a missing, unknown or wrong value at {PlainText.OneLine(field, LongestProblem)}: delete it, or restore it from version control."
        : $"{path} is damaged or not a stored run (line {error.LineNumber + 1 ?? 1}): delete it, or restore it from version control.";
}
