using System.Text;
using BenchmarkDotNet.Attributes;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>The transcript of an 83 minute meeting as text and as a prompt, against a copy of the text as UTF-8.</summary>
[Config(typeof(ShortRunConfig))]
public class PromptBuilding
{
    private const int Condensed = 20_000;

    private readonly Meeting meeting = Fixtures.LongMeeting();
    private readonly ExtractionOptions options = new();
    private readonly string text;

    public PromptBuilding() => text = string.Join('\n', meeting.Transcript.Select(turn => $"{turn.Speaker}: {turn.Text}"));

    [Benchmark(Baseline = true)]
    public byte[] Utf8Copy() => Encoding.UTF8.GetBytes(text);

    [Benchmark]
    public string WholeTranscript() => TranscriptText.Render(meeting.Transcript, options.MaxTranscriptCharacters, out _);

    [Benchmark]
    public string CondensedTranscript() => TranscriptText.Render(meeting.Transcript, Condensed, out _);

    [Benchmark]
    public int WholePrompt() => new ConversationPrompt(FieldCatalog.Default).For(meeting, options, new TeamOptions()).Data.Length;
}
