using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Whatever is sent about one address, what is kept and read about it stays small.</summary>
public sealed class LeadLimitsTests
{
    private const string Email = "ada@quill.example";
    private const int Bookings = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sixty_bookings_of_a_megabyte(bool isBackwards)
    {
        var pipeline = new Pipeline();
        var numbers = Enumerable.Range(0, Bookings);
        foreach (var number in isBackwards ? numbers.Reverse() : numbers)
        {
            await pipeline.PostAsync(Large(number));
        }

        await pipeline.DrainAsync();

        var record = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Email), CancellationToken.None);
        var size = record.Facts.Sum(fact => StoreJson.WriteFact(fact).Length);
        Assert.InRange(size, 1, Bookings * 110_000);
        var lead = LeadProjection.Project(Email, record.Facts);
        Assert.Equal($"A{Bookings - 1:00}", lead.Booking?.InviteeId);
        Assert.Equal(Bookings, pipeline.Crm.Notes.Count());
    }

    [Fact]
    public async Task Large_booking_kept_before_is_cut_when_it_is_read()
    {
        var pipeline = new Pipeline();
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created("A", Email, 0, 48));
        var old = new Booking
        {
            InviteeId = "OLD",
            Email = Email,
            Answers = [new FormAnswer("Pain", new string('x', 1_000_000))],
            CreatedAt = Bodies.Base,
            UpdatedAt = Bodies.Base,
        };
        await held.Run.CommitAsync(new EventCommit
        {
            Next = new NextStep.Continue(),
            Lead = new LeadUpdate { Key = held.Lead, Email = Email, Facts = [new BookingSeen { EventId = "old", At = Bodies.Base, Booking = old }] },
        });

        var seen = (BookingSeen)Assert.Single((await pipeline.Reader.GetLeadAsync(held.Lead, CancellationToken.None)).Facts);
        Assert.Equal(BookingLimits.LongestAnswer, seen.Booking.Answers[0].Answer.Length);
    }

    private static string Large(int number)
    {
        var root = JsonNode.Parse(Bodies.Created($"A{number:00}", Email, number, 48 + number))!;
        root["payload"]!["questions_and_answers"] = new JsonArray(
        [
            .. Enumerable.Range(0, 10).Select(position => new JsonObject
            {
                ["question"] = $"What {position}?", ["answer"] = new string('x', 100_000), ["position"] = position,
            }),
        ]);
        return root.ToJsonString();
    }
}
