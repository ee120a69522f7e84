using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Core.Tests.Operations;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>A source that the engine does not know goes the whole way like the two that come with it.</summary>
public sealed class OwnSourceTests
{
    private const string Ann = "ann@lee.example";

    private readonly OwnSource source = new();
    private readonly Pipeline pipeline;

    public OwnSourceTests() => pipeline = new Pipeline(sources: source);

    [Fact]
    public async Task Form_becomes_facts_values_a_note_and_a_lead()
    {
        var id = await PostAsync(Form("2026-11-01T08:00:00Z", "Slow proofs"));

        var stored = await pipeline.EventAsync(id);
        Assert.Equal((EventStatus.Processed, "own", "form"), (stored.Status, stored.Source, stored.EventType));
        var record = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Ann), CancellationToken.None);
        Assert.All(record.Facts, fact => Assert.Equal(id, fact.EventId));
        Assert.Equal(["ValuesRead", "ValuesStated"], record.Facts.Select(fact => fact.GetType().Name).Order());
        var lead = Assert.Single(pipeline.Crm.Leads).Value;
        Assert.Equal(
            (Ann, "Ann", "Lee", "Lee & Sons", "Contact form"),
            ((string?)lead["email"], (string?)lead["first_name"], (string?)lead["last_name"], (string?)lead["company_name"], (string?)lead["lead_source"]));
        Assert.Contains("Slow proofs", Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
        Assert.Contains("note:form:7", record.References.Keys);
        Assert.Empty(pipeline.Crm.Tasks);
    }

    [Fact]
    public async Task Later_state_of_a_form_replaces_an_earlier_one_in_any_order()
    {
        await pipeline.PostAsync(source, Form("2026-11-02T08:00:00Z", "Slow proofs"));
        await pipeline.DrainAsync();
        await PostAsync(Form("2026-11-01T08:00:00Z", "Old news"));

        Assert.Equal(1, pipeline.Extractor.Paid);
        Assert.Contains("Slow proofs", Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
        Assert.Equal(IntakeKind.Duplicate, (await pipeline.PostAsync(source, Form("2026-11-02T08:00:00Z", "Slow proofs"))).Kind);
    }

    [Fact]
    public async Task Booking_and_recording_of_an_own_source_and_of_others_belong_together()
    {
        await PostAsync("""{"type":"booking","id":"b1","at":"2026-12-08T15:00:00Z","email":"ann@lee.example","name":"Ann Lee"}""");
        await PostAsync("""{"type":"recording","id":"own:m1","at":"2026-12-08T15:02:00Z","name":"Ann Lee","summary":"They count days."}""");
        await pipeline.PostAsync(Demos.Held("M", ("Ann Lee", null)));
        await pipeline.DrainAsync();

        var lead = Assert.Single(pipeline.Crm.Leads).Value;
        Assert.Equal(("Own scheduler", "DemoComplete"), ((string?)lead["lead_source"], (string?)lead["lead_status"]));
        Assert.Equal(3, pipeline.Crm.Notes.Count());
        Assert.Single(pipeline.Crm.Tasks);
        Assert.Equal(Ann, await pipeline.Store.GetMeetingLeadAsync("own:m1", CancellationToken.None));
    }

    [Fact]
    public async Task Replay_and_preview_read_by_the_same_source()
    {
        var id = await PostAsync(Form("2026-11-01T08:00:00Z", "Slow proofs"));

        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);

        Assert.Equal((EventStatus.Processed, Stage.Facts, false), (preview.EndsAs!.Value, preview.StartsAt!.Value, preview.CreatesLead!.Value));
    }

    [Fact]
    public async Task Identity_in_a_header_tells_messages_with_the_same_body_apart()
    {
        var byHeader = new HeaderSource();
        var pipelineOfIt = new Pipeline(sources: byHeader);
        List<IntakeKind> kinds = [];
        foreach (var delivery in (string[])["d1", "d1", "d2"])
        {
            var outcome = await pipelineOfIt.Intake.ReceiveAsync(byHeader, HeaderSource.Request(delivery), CancellationToken.None);
            kinds.Add(outcome.Kind);
        }

        await pipelineOfIt.DrainAsync();

        Assert.Equal([IntakeKind.Accepted, IntakeKind.Duplicate, IntakeKind.Accepted], kinds);
        Assert.Equal("Quill", (string?)Assert.Single(pipelineOfIt.Crm.Leads).Value["last_name"]);
    }

    [Fact]
    public async Task Name_on_a_form_is_known_before_anybody_has_read_its_answers()
    {
        var byHeader = new HeaderSource();
        var pipelineOfIt = new Pipeline(sources: byHeader);
        var outcome = await pipelineOfIt.Intake.ReceiveAsync(byHeader, HeaderSource.Request("d1"), CancellationToken.None);
        var stored = await pipelineOfIt.EventAsync(outcome.EventId);

        var facts = LeadReader.FactsOf(stored, byHeader.Read(stored.Payload, stored.CreatedAt), "bo@quill.example");

        var lead = LeadProjection.Project("bo@quill.example", facts);
        Assert.Equal(("Bo", "Quill"), (lead.FirstName, lead.LastName));
    }

    [Fact]
    public async Task Everything_that_one_message_states_is_kept_and_written()
    {
        var id = await PostAsync("""{"type":"signup","id":"3","at":"2026-11-01T08:00:00Z","email":"ann@lee.example","last":"Lee","company":"Lee & Sons"}""");

        var record = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Ann), CancellationToken.None);
        Assert.Equal([$"{id}:stated", $"{id}:stated:1", $"{id}:stated:2"], record.Facts.Select(fact => fact.Id));
        var lead = Assert.Single(pipeline.Crm.Leads).Value;
        Assert.Equal(("Lee", "Lee & Sons", "Sign-up"), ((string?)lead["last_name"], (string?)lead["company_name"], (string?)lead["lead_source"]));
    }

    [Fact]
    public async Task Message_that_is_read_again_states_facts_with_the_ids_that_they_had()
    {
        var stored = await pipeline.EventAsync(await PostAsync(Form("2026-11-01T08:00:00Z", "Slow proofs")));
        Booking first = new() { InviteeId = "b1", Email = Ann, CreatedAt = stored.CreatedAt, UpdatedAt = stored.CreatedAt };
        BookingSeen[] seen =
        [
            new() { At = stored.CreatedAt, Booking = first, Moves = true },
            new() { At = stored.CreatedAt, Booking = first with { InviteeId = "b2" }, Moves = true },
        ];
        var reading = source.Read(stored.Payload, stored.CreatedAt);
        reading = reading with { Facts = [seen[0], .. reading.Facts, seen[1]] };

        var once = LeadReader.FactsOf(stored, reading, Ann);
        var again = LeadReader.FactsOf(stored, reading with { Facts = once }, Ann);

        string[] ids = [$"{stored.EventId}:booking", $"{stored.EventId}:booking:1", $"{stored.EventId}:stated"];
        Assert.Equal(ids, once.Select(fact => fact.Id));
        Assert.Equal(ids, again.Select(fact => fact.Id));
        Assert.Equal(["b1", "b2"], again.OfType<BookingSeen>().Select(fact => fact.Booking.InviteeId));
    }

    private static string Form(string at, string message) =>
        $$"""{"type":"form","id":"7","at":"{{at}}","email":"ann@lee.example","first":"Ann","last":"Lee","company":"Lee & Sons","message":"{{message}}"}""";

    private async Task<string> PostAsync(string body)
    {
        var outcome = await pipeline.PostAsync(source, body);
        Assert.Equal(IntakeKind.Accepted, outcome.Kind);
        await pipeline.DrainAsync();
        return outcome.EventId;
    }
}
