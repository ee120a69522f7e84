using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Snapshots;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;
using VerifyXunit;

namespace SalesIntel.Webhooks.ReadAi;

public sealed class ReadAiFixtureTests
{
    public static TheoryData<string> Files => Fixtures.Names("readai");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fixture_is_read(string file)
    {
        var body = Fixtures.Bytes($"readai/{file}");

        var reading = new ReadAiSource(new ReadAiOptions()).Read(body);
        var meeting = reading.Meeting();
        var candidates = reading.Route as LeadRoute.Candidates;

        Assert.True(reading.Kind != WebhookKind.Process || meeting is not null);
        Assert.Equal(meeting is null, reading.Facts.Count == 0);
        Assert.True(meeting is not null || reading.Reason.Length > 0);
        Assert.Equal((meeting?.Attendees, meeting?.Owner, meeting?.Hour), (candidates?.People, candidates?.Owner, candidates?.At));
        var team = new TeamOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] };
        var people = candidates is null ? null : new SortedPeople(candidates, team);
        var read = new
        {
            reading = reading.Identity(),
            meeting = meeting is null ? null : meeting with { Transcript = [] },
            turns = meeting?.Transcript.Count,
            ends = Ends(meeting?.Transcript ?? []),
            facts = reading.Facts,
            candidates = people is null ? null : new { people.External, people.ExternalOwner, people.Internal },
        };
        await Verifier.Verify(SnapshotJson.Of(read), "json").UseParameters(file);
    }

    [Fact]
    public void Pushed_again_unchanged_has_the_same_revision_whatever_its_form()
    {
        var json = Fixtures.Json("readai/meeting_end_full").AsObject();
        var first = Read(json.ToBytes());
        json["request_id"] = "another";
        var session = json["session_id"]!.DeepClone();
        json.Remove("session_id");
        json["session_id"] = session;

        var again = Read(json.ToBytes());

        Assert.Equal(first.Identity(), again.Identity());
    }

    [Fact]
    public void Pushed_again_changed_has_the_same_key_and_another_revision()
    {
        var first = Read(Fixtures.Bytes("readai/meeting_end_full"));
        var again = Read(Fixtures.Bytes("readai/meeting_end_full_repush"));

        Assert.Equal(first.IdempotencyKey, again.IdempotencyKey);
        Assert.NotEqual(first.Revision, again.Revision);
    }

    private static WebhookReading Read(byte[] body) => new ReadAiSource(new ReadAiOptions()).Read(body);

    private static TranscriptTurn[] Ends(IReadOnlyList<TranscriptTurn> turns) =>
        turns.Count <= 8 ? [.. turns] : [.. turns.Take(2), .. turns.TakeLast(2)];
}
