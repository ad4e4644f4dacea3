namespace KeyedState;

/// <summary>A machine of two processors, wherever the tests run.</summary>
internal static class Environment
{
    public static int ProcessorCount => 2;
}
