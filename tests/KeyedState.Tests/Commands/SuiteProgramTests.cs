using System.Diagnostics;
using System.Reflection;
using System.Text;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Environments;
using KeyedState.Tests.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KeyedState.Tests.Commands;

/// <summary>The program of somebody else's states. Undisturbed, because the error output belongs to the process.</summary>
[Collection(nameof(Undisturbed))]
public sealed class SuiteProgramTests
{
    [Fact]
    public void Run_TwoStatesOfOneName_SaysWhichInOneLineAndReturns2() => Assert.Equal(
        (2, "Two states are named Same: One.SameState and Two.SameState. Rename one of the classes."),
        Run(State("One") + State("Two")));

    [Fact]
    public void Run_ClassThatBreaksARule_SaysSoInOneLineAndReturns2() => Assert.Equal(
        (2, "SameState declares OneThread, which only a limit may."), Run(State("One", ", OneThread = true")));

    /// <summary>A terminal of Latin-1 has no en dash, and a page that is redirected into a file must have it.</summary>
    [Fact]
    public void Run_OutputIntoAFile_IsUtf8WhateverTheTerminalIs()
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(YourStates.SnapshotState).Assembly.Location, "list"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Environment = { ["LC_ALL"] = "de_DE.ISO-8859-1" },
        };
        using var program = Process.Start(start)!;

        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();

        Assert.Equal(0, program.ExitCode);
        Assert.Contains('–', output);
    }

    private static string State(string name, string more = "") => $$"""
        namespace {{name}}
        {
            [KeyedState.State(Title = "Same", Family = KeyedState.StateFamily.Dictionary, Replies = KeyedState.ReplyMode.AtOnce, HowItWorks = "It does not",
                BlockingCaller = KeyedState.BlockingCallerEffect.DelaysNobody, AllocationFree = true, ThrowsAfterDispose = false{{more}})]
            public sealed class SameState : KeyedState.IKeyedState
            {
                public System.Threading.Tasks.ValueTask<int> ReadAsync(int key) => default;
                public System.Threading.Tasks.ValueTask WriteAsync(int key, int value) => default;
                public System.Threading.Tasks.ValueTask DisposeAsync() => default;
            }
        }

        """;

    private static (int ExitCode, string Error) Run(string states)
    {
        var before = Console.Error;
        using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            return (SuiteProgram.Run(["list"], Compiled(states)), error.ToString().TrimEnd());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private static Assembly Compiled(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "States",
            [CSharpSyntaxTree.ParseText(source)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var built = compilation.Emit(image);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
