using KeyedState.Benchmarks.Sources;

namespace KeyedState.Tests.Sources;

public sealed class SourceCodeTests : IDisposable
{
    private const string Before = """
        using System.Runtime.CompilerServices;

        namespace KeyedState;

        /// <summary>A lock.</summary>
        [State(Title = "Lock", Family = StateFamily.Lock, Replies = ReplyMode.Inline, AllocationFree = true, Package = "None", HowItWorks = "a lock")]
        public sealed class LockState
        {
        #if NET
            private int count; // counted
        #else
            private long count; // counted
        #endif

            [MethodImpl(MethodImplOptions.NoInlining)]
            [Other(Title = "other")]
            public string Read() => "read " + count;
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("source-code-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/// <summary>A lock.</summary>", "/// <summary>A lock, taken by each caller.</summary>\n/// <remarks>It is fair.</remarks>")]
    [InlineData("public sealed class LockState\n", "/* why */ public   sealed\n\nclass LockState // a lock\n")]
    [InlineData("\n", "\r\n")]
    [InlineData("    ", "\t")]
    [InlineData("Title = \"Lock\"", "Title = \"One lock\"")]
    [InlineData("\"a lock\"", "\"a lock, \" + \"\"\"taken by \"each\" caller\"\"\"")]
    [InlineData("Package = \"None\"", "Package = \"Another\"")]
    [InlineData("StateFamily.Lock,", "StateFamily.Dictionary,")]
    [InlineData("AllocationFree = true,", "AllocationFree = true, DotNetType = \"Lock\",")]
    public void IsSame_OnlyWhatCannotRunDiffers_IsTrue(string old, string @new) => Assert.True(IsSame(old, @new));

    [Theory]
    [InlineData("\"read \"", "\"read\"")]
    [InlineData("\"read \"", "\"read /* why */\"")]
    [InlineData("NoInlining", "AggressiveInlining")]
    [InlineData("    [MethodImpl(MethodImplOptions.NoInlining)]\n", "")]
    [InlineData("[Other(Title = \"other\")]", "[Other(Title = \"another\")]")]
    [InlineData("#if NET", "#if NET11_0_OR_GREATER")]
    [InlineData("private long count;", "private short count;")]
    [InlineData("#endif\n", "#endif\n#nullable disable\n")]
    [InlineData("namespace KeyedState;", "namespace KeyedState.Locks;")]
    [InlineData("AllocationFree = true", "AllocationFree = false")]
    [InlineData("ReplyMode.Inline", "ReplyMode.Asynchronous")]
    [InlineData("AllocationFree = true", "AllocationFree = true, OneThread = true")]
    [InlineData("AllocationFree = true", "AllocationFree = true, FullSuiteOnly = true")]
    [InlineData("AllocationFree = true", "AllocationFree = true, DependsOnAlternation = \"reads are put off\"")]
    [InlineData("Title = \"Lock\"", "Title = null")]
    [InlineData("Title = \"Lock\"", "Title = Names.Lock")]
    [InlineData("StateFamily.Lock,", "StateFamily.Limit,")]
    [InlineData("\"a lock\"", "\n#line 5\n\"a lock\"")]
    [InlineData("count;", "count")]
    public void IsSame_WhatCanRunDiffers_IsFalse(string old, string @new) => Assert.False(IsSame(old, @new));

    /// <summary>The same characters in other tokens.</summary>
    [Theory]
    [InlineData("class A { int B(int c) => c - -c; }", "class A { int B(int c) => c --c; }")]
    [InlineData("class A { bool B = c<d>>(e); }", "class A { bool B = c<d> >(e); }")]
    public void IsSame_WhiteSpaceThatPartsTokensDiffers_IsFalse(string before, string after) => Assert.False(SourceCode.IsSame(Write("before.cs", before), Write("after.cs", after)));

    private bool IsSame(string old, string @new)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        return SourceCode.IsSame(Write("before.cs", Before), Write("after.cs", Before.Replace(old, @new, StringComparison.Ordinal)));
    }

    private string Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, text);
        return path;
    }
}
