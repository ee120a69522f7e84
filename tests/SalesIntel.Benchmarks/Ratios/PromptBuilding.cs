using System.Text;
using BenchmarkDotNet.Attributes;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>The transcript of an 83 minute meeting as text and as a prompt, against a copy of the text as UTF-8.</summary>
[Config(typeof(ShortRunConfig))]
public class PromptBuilding
{
    private const int Window = 5_000;

    private readonly Meeting meeting = Fixtures.LongMeeting();
    private readonly ExtractionOptions options = new();
    private readonly string text;

    public PromptBuilding() => text = string.Join('\n', meeting.Transcript.Select(turn => $"{turn.Speaker}: {turn.Text}"));

    [Benchmark(Baseline = true)]
    public byte[] Utf8Copy() => Encoding.UTF8.GetBytes(text);

    [Benchmark]
    public string WholeTranscript() => TranscriptText.Windows(meeting.Transcript, options.MaxPromptTokens, out _)[0].Text;

    [Benchmark]
    public int TranscriptInWindows() => TranscriptText.Windows(meeting.Transcript, Window, out _).Count;

    [Benchmark]
    public int WholePrompt() => new ConversationPrompt(FieldCatalog.Default).For(meeting, options, new TeamOptions()).Windows[0].Data.Length;
}
