namespace KeyedState.Tests.Requests;

public sealed class RequestSlotsTests
{
    private const int Requests = 6;

    private readonly RequestSlots slots = new();
    private readonly RequestSlots others = new();

    [Fact]
    public void Next_PlaceWhoseRequestIsFree_GivesItAgain()
    {
        var first = Fill();
        slots.Clear();

        Assert.Equal(first, Fill());
    }

    [Fact]
    public void Next_PlaceWhoseRequestIsStillAwaited_GivesAnother()
    {
        var request = slots.Next();
        _ = request.BeginRead(1).AsTask();
        slots.Add();
        slots.Clear();

        Assert.NotSame(request, slots.Next());
    }

    [Fact]
    public void MoveLastTo_SomeRequests_GivesTheLastInOrder()
    {
        var requests = Fill();

        slots.MoveLastTo(others, Requests / 2);

        Assert.Equal(requests[..(Requests / 2)], slots.Requests.ToArray());
        Assert.Equal(requests[(Requests / 2)..], others.Requests.ToArray());
    }

    /// <summary>A request in the places of two threads would be used by both.</summary>
    [Fact]
    public void MoveLastTo_RequestsAreFreeAgain_OnlyTheOthersUseThem()
    {
        Fill();
        slots.MoveLastTo(others, Requests / 2);
        var given = others.Requests.ToArray();
        slots.Clear();

        Assert.Empty(Fill().Intersect(given));
    }

    /// <summary>Requests that were made for one thread stay with it, so that what two threads use lies apart.</summary>
    [Fact]
    public void MoveLastTo_OthersHadRequestsOfTheirOwn_TheyDoNotComeInExchange()
    {
        var free = Fill(others);
        others.Clear();
        var requests = Fill();

        slots.MoveLastTo(others, Requests / 2);
        slots.Clear();

        var filled = Fill();
        Assert.Equal(requests[..(Requests / 2)], filled[..(Requests / 2)]);
        Assert.Empty(filled.Intersect(free));
    }

    [Fact]
    public void MoveAllTo_InboxThatSomebodyOwns_GetsThemInOrder()
    {
        var inbox = new Inbox();
        Assert.True(inbox.TryOwn());
        var requests = Fill();

        Assert.False(slots.MoveAllTo(inbox));

        Assert.Equal(0, slots.Count);
        var given = inbox.TakeAll();
        Assert.All(requests, request =>
        {
            Assert.Same(request, given);
            given = given!.Next;
        });
        Assert.Null(given);
    }

    [Fact]
    public void MoveAllTo_InboxThatNobodyOwns_SaysSo()
    {
        Fill();

        Assert.True(slots.MoveAllTo(new Inbox()));
    }

    /// <summary>They stay with whoever serves the inbox.</summary>
    [Fact]
    public void MoveAllTo_RequestsAreFreeAgain_TheSlotsHaveOthers()
    {
        var requests = Fill();

        slots.MoveAllTo(new Inbox());

        Assert.Empty(Fill().Intersect(requests));
    }

    private static TurnRequest[] Fill(RequestSlots slots)
    {
        for (var i = 0; i < Requests; i++)
        {
            slots.Next();
            slots.Add();
        }

        return slots.Requests.ToArray();
    }

    private TurnRequest[] Fill() => Fill(slots);
}
