using System.Threading.Channels;

namespace KeyedState;

/// <summary>Stands in for the framework's channels by what they promise.</summary>
internal static class Channel
{
    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options) => new(options.AllowSynchronousContinuations);
}
