using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a promise means for somebody who chooses a design.</summary>
internal static class PromiseText
{
    /// <summary>When one needs it, as the start of a sentence.</summary>
    public static string When(Promise promise) => promise.Replies switch
    {
        "AtOnce" => "If a caller may wait for a lock",
        "AtOnceWhenFree" => "If no caller may ever block on a lock",
        "Asynchronous" => "If one owner is to serve every request from a queue",
        _ => "If the owner's thread may run its callers' code",
    }
    + (promise is { Replies: "AtOnce" or "AtOnceWhenFree" } or { BlockingCaller: "DelaysNobody" } ? "" : " and callers don't block their threads");

    /// <summary>What a caller that blocks its thread does to the others, as a sentence; empty where it does nothing.</summary>
    public static string Caution(Promise promise) => promise.BlockingCaller switch
    {
        "DelaysNobody" => "",
        "DelaysOthers" => "After its call has completed, a caller should not block its thread (`.Result`, `Thread.Sleep`), because other callers would wait, though only for a bounded time.",
        "StopsItsBatch" => "After its call has completed, a caller must not block its thread (`.Result`, `Thread.Sleep`), because the callers served in the same batch would wait for it.",
        _ => "After its call has completed, a caller must not block its thread (`.Result`, `Thread.Sleep`), because all callers would wait for it.",
    };
}
