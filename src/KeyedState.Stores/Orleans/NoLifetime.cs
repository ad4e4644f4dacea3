using Microsoft.Extensions.Hosting;

namespace KeyedState.Stores;

/// <summary>A host that lives as long as who started it. The usual one lives until the console is interrupted, and takes that signal for itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
