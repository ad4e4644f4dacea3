using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyedState.Results;

namespace KeyedState.Tests.Fuzz;

/// <summary>Damages a stored run in ways that a disk, an editor or an enemy does. The same random numbers give the same bytes.</summary>
internal sealed class RunMutator
{
    /// <summary>The texts of which a run may hold a few only.</summary>
    private static readonly string[] Closed = ["/look", "/cores", "/stateLifetime", "/metrics//name", "/unit", "/better", "/metric", "/scale"];

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Texts =
    [
        "", " ", "|", "`", "``", "\\", "\\|", "a`|b\\", "<script>x</script>", "<img src=x onerror=y>", "--> ]]> &#x1b; &amp;",
        "<!-- results:begin --> <!-- results:end -->", "[a](http://e.vil) ![b](x) **c** _d_ ~e~ $f$ @g #h", "| --- |", "</svg>", "</details>",
        "../../etc/passwd", "..", "/", "\\\\host\\share", "C:", "C:\\x", "con", "a\nb", "a\r\n# b", "\n| a | b |\n", "\u001b[31mred\u0007",
        "\u202Eabc", "\u2066x\u2069", "\u200B", "\u0000", "\u0085", "\u2028", "\uFFFE", "\uFEFF", "é 日本 😀", "NaN", "Infinity",
        "AtOnce", "AtOnceWhenFree", "Inline", "Asynchronous", "Limit", "Empty", "AsynchronousFloor", "TaskCompletionSourceChannelOwner", "Lock", "one core", "all cores", "time", "allocated", "end of readers", "headline",
        "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59.9999999+00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z",
    ];

    private static readonly string[] RawValues =
    [
        "0", "-0.0", "-1", "1", "2", "1.5", "3", "7", "1000", "1e3", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808",
        "1e999", "-1e999", "1e308", "1e-320", "5e-324", "-5e-324", "864e12", "8.64e14", "1e15", "0.001", "1e16", "NaN", "-Infinity", "null", "true", "false",
        "[]", "{}", "[null]", "[[[]]]", "[0]", "[1,2,3]", "[1,1,1,1,1,1]", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "\"\\ud800\"", "\"\\udc00\\ud800x\"", "\"\\x\"", "\"\\u00\"", "'a'", "/* a */ 1", "",
        new string('[', 500) + new string(']', 500), new string('9', 400), "0." + new string('0', 400) + "1",
    ];

    private readonly string whole;
    private readonly Slot[][] slots;
    private readonly Slot[][] texts;
    private readonly Random random;

    public RunMutator(StoredRun run, string scratch, int seed)
        : this(Saved(run, scratch), seed)
    {
    }

    /// <summary>A mutator of any run.</summary>
    /// <param name="text">The run as JSON, in ASCII.</param>
    /// <param name="seed">What everything is drawn from.</param>
    public RunMutator(string text, int seed)
    {
        whole = JsonNode.Parse(text)!.ToJsonString();

        // By field: else nearly every change would meet one of the many times of the launches.
        slots = [.. Slots(whole).GroupBy(slot => slot.Field).Select(field => field.ToArray())];
        texts = [.. slots.Where(field => whole[field[0].Start] == '"' && !Closed.Any(name => field[0].Field.EndsWith(name, StringComparison.Ordinal)))];
        random = new Random(seed);
    }

    /// <summary>One more variant.</summary>
    public byte[] Next()
    {
        var text = whole;
        var before = whole.Length + 1;

        // Half of them change text alone, which a run may hold nearly any of: those are to reach the pages.
        var fields = random.Next(2) == 0 ? texts : slots;
        foreach (var slot in Enumerable.Range(0, random.Next(1, 4)).Select(_ => Choose(Choose(fields))).OrderByDescending(slot => slot.Start).ToArray())
        {
            // From the end on, so that what lies before keeps its place; nothing is changed within a change.
            if (slot.End <= before)
            {
                text = text[..slot.Start] + ValueFor(slot) + text[slot.End..];
                before = slot.Start;
            }
        }

        text = random.Next(12) == 0 ? Cut(text) : text;
        var bytes = Strict.GetBytes(text);
        return random.Next(16) switch
        {
            0 => Flipped(bytes),
            1 => bytes[..random.Next(bytes.Length + 1)],
            2 => random.Next(3) switch
            {
                0 => [.. ByteOrderMark, .. bytes],
                1 => Encoding.Unicode.GetBytes(text),
                _ => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            },
            _ => bytes,
        };
    }

    private static string Saved(StoredRun run, string scratch)
    {
        RunFile.Save(run, scratch);
        return File.ReadAllText(scratch);
    }

    private byte[] Flipped(byte[] bytes)
    {
        for (var left = random.Next(1, 8); left > 0 && bytes.Length > 0; left--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    /// <summary>The text without a part, or with a part twice.</summary>
    private string Cut(string text)
    {
        var from = random.Next(text.Length + 1);
        var to = Math.Min(text.Length, from + random.Next(60));
        return random.Next(2) == 0 ? text.Remove(from, to - from) : text.Insert(to, text[from..to]);
    }

    private string ValueFor(Slot slot) => random.Next(16) switch
    {
        0 => RawValues[random.Next(RawValues.Length)],
        1 => Text(),
        2 when slot.Key is { } key => $"{whole[slot.Start..slot.End]},\"{key}\":{Text()}",
        3 when slot.Key is not null => "0,\"unheardOf\":0",
        _ => whole[slot.Start] == '"' ? Text() : RawValues[random.Next(RawValues.Length)],
    };

    private T Choose<T>(T[] from) => from[random.Next(from.Length)];

    private string Text()
    {
        var text = Texts[random.Next(Texts.Length)];
        return JsonSerializer.Serialize(random.Next(12) switch
        {
            0 => text + Texts[random.Next(Texts.Length)],
            1 => string.Concat(Enumerable.Repeat(text + "x", random.Next(1, 400))),
            _ => text,
        });
    }

    /// <summary>Where the text has values. It is ASCII, so that bytes and characters are counted alike.</summary>
    private static List<Slot> Slots(string text)
    {
        var found = new List<Slot>();
        var open = new Stack<(int Start, string? Key, string Field)>();
        var reader = new Utf8JsonReader(Encoding.ASCII.GetBytes(text));
        string? key = null;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString();
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push((start, key, FieldOf(open, key)));
                    key = null;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var ended = open.Pop();
                    found.Add(new Slot(ended.Start, (int)reader.BytesConsumed, ended.Key, ended.Field));
                    break;
                default:
                    found.Add(new Slot(start, (int)reader.BytesConsumed, key, FieldOf(open, key)));
                    key = null;
                    break;
            }
        }

        return found;
    }

    private static string FieldOf(Stack<(int Start, string? Key, string Field)> open, string? key) =>
        (open.TryPeek(out var parent) ? parent.Field : "") + "/" + key;

    private sealed record Slot(int Start, int End, string? Key, string Field);
}
