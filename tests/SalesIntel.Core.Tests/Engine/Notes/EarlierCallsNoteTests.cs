using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Testing;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Core.Tests.Engine.Notes;

/// <summary>The note of a later call: what an earlier one answered stands there with its value and is not asked again, in whatever order the calls
/// become known.</summary>
public sealed class EarlierCallsNoteTests
{
    private static readonly Dictionary<string, LeadValues> Said = new(StringComparer.Ordinal)
    {
        ["A"] = Values(("identified_pain", "Labels are wrong"), ("metrics", "Nine reprints a year"), ("champion", "Kim Lo")),
        ["B"] = Values(("economic_buyer", "Marta Lind"), ("champion", "Kim Lo and Ann Ray")),
        ["C"] = Values(("decision_process", "The board decides on 14 January")),
    };

    [Fact]
    public async Task What_was_answered_before_is_shown_and_not_asked_again()
    {
        var note = (await NotesAsync("A", "B", "C"))["C"];
        var head = note[..note.IndexOf("\n\n", note.IndexOf("\nASK\n", StringComparison.Ordinal) + 2, StringComparison.Ordinal)];

        Assert.StartsWith("Status: Super-hot;", head, StringComparison.Ordinal);
        Assert.Contains("\nPain: Labels are wrong (from an earlier call) | In numbers: Nine reprints a year (from an earlier call)\n", head, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nASK\n- What must a solution do, or cost, for you to choose it?\n- What else are you looking at, and what if you do nothing?",
            head, StringComparison.Ordinal);
        Assert.Contains(
            "\nKnown from earlier calls:\n- Metrics: Nine reprints a year\n- Economic buyer: Marta Lind\n- Identified pain: Labels are wrong\n- Champion: Kim Lo and Ann Ray\nOpen:\n",
            note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "C", "B")]
    [InlineData("B", "A", "C")]
    [InlineData("B", "C", "A")]
    [InlineData("C", "A", "B")]
    [InlineData("C", "B", "A")]
    public async Task Any_order_gives_the_same_notes(string first, string second, string third) =>
        Assert.Equal(await NotesAsync("A", "B", "C"), await NotesAsync(first, second, third));

    [Fact]
    public async Task First_call_knows_nothing_from_before() =>
        Assert.DoesNotContain("earlier call", (await NotesAsync("A", "B", "C"))["A"], StringComparison.Ordinal);

    private static async Task<SortedDictionary<string, string>> NotesAsync(params string[] calls)
    {
        var preview = new LeadPreview(
            [new ReadAiSource(new ReadAiOptions())],
            new LeadPreviewSetup { Team = new TeamOptions { InternalDomains = ["seller.example"] }, Extractor = new Reader() });
        PreviewedLead? lead = null;
        foreach (var call in calls)
        {
            lead = await preview.ReceiveAsync("readai", Encoding.UTF8.GetBytes(Report(call)), CancellationToken.None);
        }

        return new SortedDictionary<string, string>(lead!.Notes.ToDictionary(note => note.Title[^1..], note => note.Content), StringComparer.Ordinal);
    }

    private static LeadValues Values(params (string Element, string Text)[] values)
    {
        var read = LeadValues.Of(values.Select(value => KeyValuePair.Create(
            Some.Meddic(value.Element).Name, Some.Claimed(value.Text, ClaimSupport.Supported, value.Text, "Ann Ray"))));
        return read.With(QualificationFrameworks.Meddic.Confidence, ComputedConfidence.Of(read, QualificationFrameworks.Meddic));
    }

    private static string Report(string call) => new JsonObject
    {
        ["session_id"] = call,
        ["trigger"] = "meeting_end",
        ["title"] = call,
        ["start_time"] = $"2026-12-0{call[0] - 'A' + 1}T15:00:00Z",
        ["end_time"] = $"2026-12-0{call[0] - 'A' + 1}T15:31:00Z",
        ["participants"] = new JsonArray(Person("Rep One", "rep@seller.example"), Person("Ann Ray", "ann@quill.example")),
        ["transcript"] = new JsonObject { ["speaker_blocks"] = new JsonArray(
            new JsonObject { ["speaker"] = new JsonObject { ["name"] = "Ann Ray" }, ["words"] = "Good to see you." }) },
    }.ToJsonString();

    private static JsonObject Person(string name, string email) => new() { ["name"] = name, ["email"] = email };

    private sealed class Reader : IExtractor
    {
        public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) => Task.FromResult(
            new ExtractionResult { Values = Said[((MeetingDocument)document).Meeting.SessionId], ReadBy = ExtractionMethod.Model, Model = "test" });
    }
}
