using SalesIntel.Leads;
using SalesIntel.Snapshots;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;
using VerifyXunit;

namespace SalesIntel.Webhooks.ReadAi;

[UsesVerify]
public sealed class ReadAiFixtureTests
{
    public static TheoryData<string> Files => Fixtures.Names("readai");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fixture_is_read(string file)
    {
        var body = Fixtures.Bytes($"readai/{file}");
        var options = new ReadAiOptions();

        var reading = new ReadAiSource(options).Read(body);
        var meeting = ReadAiWebhook.TryRead(body, out var problem);

        Assert.True(reading.Kind != WebhookKind.Process || meeting is not null);
        Assert.Equal(meeting is null, problem.Length > 0);
        var read = new
        {
            reading,
            problem,
            meeting = meeting is null ? null : meeting with { Transcript = [] },
            turns = meeting?.Transcript.Count,
            ends = Ends(meeting?.Transcript ?? []),
            candidates = meeting is null ? null : AttendeeSelector.Select(meeting, options),
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

        Assert.Equal(first, again);
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
