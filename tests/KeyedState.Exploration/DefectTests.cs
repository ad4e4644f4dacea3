namespace KeyedState.Exploration;

/// <summary>An exploration that finds nothing says something only if it finds what is there.</summary>
public sealed class DefectTests
{
    private static readonly Change NoSecondLookAtTheMail = new(
        "Inbox.cs",
        "Interlocked.CompareExchange(ref head, Unowned, null) is null;",
        "Interlocked.Exchange(ref head, Unowned) is var _;");

    private static readonly System.Collections.Generic.Dictionary<string, Defect> Defects = new()
    {
        ["mailbox: leaves without a second look at its mail"] = new("MailboxState", Sign.Hangs, Scripts.Meeting, NoSecondLookAtTheMail),
        ["batched: leaves without a second look at its mail"] = new("BatchedOwnerState", Sign.Hangs, Scripts.Meeting, NoSecondLookAtTheMail),
        ["lease: leaves without a second look at its mail"] = new("LeaseOwnerState", Sign.Hangs, Scripts.Meeting, NoSecondLookAtTheMail),
        ["pump: leaves without a second look at its mail"] = new("PumpOwnerState", Sign.Hangs, Scripts.Meeting, NoSecondLookAtTheMail),
        ["combining: leaves without a second look at its mail"] = new("CombiningOwnerState", Sign.Hangs, Scripts.Meeting, NoSecondLookAtTheMail),
        ["inbox: pushes over what another pushed"] = new(
            "MailboxState",
            Sign.Hangs,
            Scripts.Meeting,
            new Change("Inbox.cs", "Interlocked.CompareExchange(ref head, request, seen)", "(Interlocked.Exchange(ref head, request) is null ? seen : seen)")),
        ["batch: looks at the next request after the reply"] = new(
            "BatchedOwnerState",
            Sign.Hangs,
            Scripts.Meeting,
            new Change("TurnRequest.cs", "            request.Next = null;\n            request.Complete();\n", "            request.Complete();\n            next = request.Next;\n            request.Next = null;\n")),
        ["channel owner: answers before the effect"] = new(
            "PooledChannelOwnerState",
            Sign.Forgets,
            Scripts.Meeting,
            new Change("ChannelOwner.cs", "request.Apply(map);", "ThreadPool.UnsafeQueueUserWorkItem(request, preferLocal: false); request.Apply(map); continue;")),
        ["channel owner: does not tell whom it refuses"] = new(
            "PooledChannelOwnerState",
            Sign.Hangs,
            Scripts.Disposal,
            new Change("ChannelOwner.cs", "BeginRead(key);\n        return requests.Writer.TryWrite(request) ? reply : AskWithRoomAsync(request, reply);", "BeginRead(key);\n        _ = requests.Writer.TryWrite(request);\n        return reply;")),
        ["combining owner: gives ownership up before the transfer"] = new(
            "CombiningOwnerState",
            Sign.Shares,
            Scripts.SeveralSteps,
            new Change("CombiningOwnerState.cs", "var result = map.TryTransfer(source, target, amount, out var isTooLarge);\n        Disown();", "Disown();\n        var result = map.TryTransfer(source, target, amount, out var isTooLarge);")),
        ["left-right: takes a snapshot of the copy that was shown before it announced itself"] = new(
            "LeftRightState",
            Sign.Shares,
            Scripts.SeveralStepsForLong,
            new Change("LeftRightState.cs", "var places = values.Span[..asked.Length];", "var places = values.Span[..asked.Length]; var copy = copies[Volatile.Read(ref shown)];"),
            new Change("LeftRightState.cs", "copies[Volatile.Read(ref shown)].ReadAll(asked, places)", "copy.ReadAll(asked, places)")),
        ["left-right: looks up the copy before it announces itself"] = new(
            "LeftRightState",
            Sign.Shares,
            Scripts.Rewriting,
            new Change("LeftRightState.cs", "for ever.\n        var indicator =", "for ever.\n        var copy = copies[Volatile.Read(ref shown)]; var indicator ="),
            new Change("LeftRightState.cs", "copies[Volatile.Read(ref shown)].ReadOrZero(key)", "copy.ReadOrZero(key)")),
        ["left-right: does not wait for reads of before this turn"] = new(
            "LeftRightState", Sign.Shares, Scripts.Rewriting, new Change("LeftRightState.cs", "indicators[current].AwaitEmpty();", "")),
        ["left-right: departs where it did not arrive"] = new(
            "LeftRightState",
            Sign.Hangs,
            Scripts.Rewriting,
            new Change("ReadIndicator.cs", "Interlocked.Decrement(ref counts[place].Reads)", "Interlocked.Decrement(ref counts[Thread.GetCurrentProcessorId() & Mask].Reads)")),
        ["combining: leaves with requests in its hands"] = new(
            "CombiningOwnerState", Sign.Hangs, Scripts.Meeting, new Change("CombiningOwnerState.cs", "taken is null && inbox.TryDisown()", "inbox.TryDisown()")),
        ["combining: nobody goes on after the limit"] = new(
            "CombiningOwnerState", Sign.Hangs, Scripts.Meeting, new Change("CombiningOwnerState.cs", "isOwner && !TryServeAll()", "isOwner && TryServeAll() && disposed && map.Count < 0")),
        ["revocation: the thread does not look again before a reply"] = new(
            "LeaseOwnerState",
            Sign.Throws,
            Scripts.Waiting,
            new Change("RevocableReplies.cs", "Volatile.Read(ref phase) == Revoked && AwaitTakeover().Reply != before + i", "phase > Revoked")),
        ["revocation: a request that comes too late is taken for handed over"] = new(
            "LeaseOwnerState",
            Sign.Hangs,
            Scripts.Waiting,
            new Change("RevocableReplies.cs", "return Volatile.Read(ref phase) != Revoked || index < AwaitTakeover().Near;", "return index >= 0;")),
        ["revocation: the blocked caller's reply is given twice"] = new(
            "LeaseOwnerState", Sign.Throws, Scripts.Blocking, new Change("RevocableReplies.cs", "var i = reply + 1;", "var i = reply;")),
        ["revocation: new requests are not handed over"] = new(
            "LeaseOwnerState", Sign.Hangs, Scripts.Waiting, new Change("RevocableReplies.cs", "successor.near.Add(near[i]);", "")),
        ["revocation: the thread does not look again before a turn"] = new(
            "LeaseOwnerState",
            Sign.Hangs,
            Scripts.Waiting,
            new Change("RevocableReplies.cs", "Interlocked.CompareExchange(ref phase, Applying, Replying) == Replying;", "Interlocked.Exchange(ref phase, Applying) >= 0;")),
        ["revocation: in the middle of a turn"] = new(
            "LeaseOwnerState",
            Sign.Throws,
            Scripts.Waiting,
            new Change("RevocableReplies.cs", "Interlocked.CompareExchange(ref phase, Revoked, Replying) != Replying", "Interlocked.Exchange(ref phase, Revoked) == Revoked")),
        ["watcher: not woken"] = new("LeaseOwnerState", Sign.Hangs, Scripts.Blocking, new Change("LeaseOwnerState.cs", "watcher.Wake();", "")),
        ["pump: takes no turns"] = new(
            "PumpOwnerState", Sign.Shares, Scripts.Joining, new Change("Pump.cs", "lock (roster.Turn)", "lock (new Lock())")),
        ["pump: rests as one that serves the inbox"] = new(
            "PumpOwnerState", Sign.Throws, Scripts.Resting, new Change("PumpRoster.cs", "pump.OwnsInbox = false;", "")),
        ["pump: replaced by one that does not serve the inbox"] = new(
            "PumpOwnerState", Sign.Hangs, Scripts.Blocking, new Change("PumpRoster.cs", "successor.OwnsInbox = revoked.OwnsInbox;", "")),
        ["pump: keeps the requests that it gives to another"] = new(
            "PumpOwnerState", Sign.Throws, Scripts.Splitting, new Change("RequestSlots.cs", "Volatile.Write(ref count, kept);", "")),
        ["pump: does not start those that it gives requests to"] = new(
            "PumpOwnerState", Sign.Hangs, Scripts.Splitting, new Change("PumpRoster.cs", "            Enter(other);\n            ThreadPool.UnsafeQueueUserWorkItem(other, preferLocal: false);", "            Enter(other);")),
        ["pump: joins an inbox that nobody serves"] = new(
            "PumpOwnerState", Sign.Hangs, Scripts.Joining, new Change("PumpRoster.cs", "if (pump.GiveAll())", "if (pump.GiveAll() && pump is null)")),
        ["pump: joins though it serves the inbox"] = new(
            "PumpOwnerState", Sign.Hangs, Scripts.Joining, new Change("Pump.cs", "!OwnsInbox && IsToJoin", "IsToJoin")),
        ["pump: serves an inbox that it doesn't own"] = new(
            "PumpOwnerState", Sign.Throws, Scripts.Joining, new Change("PumpRoster.cs", "if (pump.GiveAll())", "if (pump.GiveAll() | true)")),
        ["pump: nobody is told that all rest"] = new(
            "PumpOwnerState", Sign.Hangs, Scripts.Disposal, new Change("PumpRoster.cs", "allRest?.SetResult();", "")),
    };

    // What takes several coincidences.
    private static readonly System.Collections.Generic.Dictionary<string, Defect> RareDefects = new()
    {
        ["left-right: does not wait for reads of before the last turn"] = new(
            "LeftRightState", Sign.Shares, ["w0 w0", "r0"], new Change("LeftRightState.cs", "indicators[1 - current].AwaitEmpty();", "")),
        ["revocation: the thread looks before it says how far it is"] = new(
            "LeaseOwnerState",
            Sign.Hangs,
            Scripts.Waiting,
            new Change("RevocableReplies.cs", "            Volatile.Write(ref cursor, before + i);\n", ""),
            new Change("RevocableReplies.cs", "            requests[i].Complete();", "            Volatile.Write(ref cursor, before + i);\n            requests[i].Complete();")),
        ["watcher: goes to rest without a second look"] = new(
            "LeaseOwnerState",
            Sign.Hangs,
            Scripts.Waking,
            new Change("BlockedCallerWatcher.cs", "Interlocked.Exchange(ref ticking, 0);\n        if (!owner.IsIdle)", "Interlocked.Exchange(ref ticking, 0);\n        if (idleTicks < 0)")),
    };

    public static TheoryData<string> Usual => [.. Defects.Keys];

    public static TheoryData<string> Rare => [.. RareDefects.Keys];

    [Theory]
    [MemberData(nameof(Usual))]
    public void Explore_ADefect_IsFound(string name) => Assert.Contains(Defects[name].Sign, Explore(Defects[name], Bound.Usual).Failure);

    [Theory]
    [MemberData(nameof(Rare))]
    public void Explore_ADefectThatTakesCoincidences_IsFoundByMoreSchedules(string name) =>
        Assert.Contains(RareDefects[name].Sign, Explore(RareDefects[name], Bound.Thorough).Failure);

    [Fact]
    public void Explore_Again_FindsTheSameInTheSameSchedule()
    {
        var defect = Defects["pump: takes no turns"];

        Assert.Equal(Explore(defect, Bound.Usual), Explore(defect, Bound.Usual));
    }

    private static Finding Explore(Defect defect, int schedules)
    {
        var variant = Variant.Of([.. SmallLimits.Changes, .. defect.Changes]);
        return Explorer.Explore(() => SmallHistory.Run(() => variant.Create(defect.State), defect.Scripts), schedules);
    }
}
