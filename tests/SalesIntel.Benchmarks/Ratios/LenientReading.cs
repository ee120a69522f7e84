using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Simulator;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>A model's answer, clean and in states of disorder, against a plain parse of the clean one; and 10 MB of what takes longest, each
/// of which has to take less than a second.</summary>
[Config(typeof(ShortRunConfig))]
public class LenientReading
{
    private const int LargeCharacters = 10_000_000;

    private static readonly IReadOnlyList<string> Keys =
        [CompletionKeys.Claims, .. FieldCatalog.Default.Framework.Elements.Select(element => element.Name)];

    private readonly string clean = Answer();
    private readonly string fenced;
    private readonly string scanned;
    private readonly string repaired;
    private readonly string python;
    private readonly string largeList = Large("{'element':'metrics','quote':'It's nine days','turn':44},", "{'claims':[", "]}");
    private readonly string largeText = Large("he said \"yes\", then \"no\", ", "{\"claims\":\"", "\"}");
    private readonly string onlyMarks = Large("\",", "{\"claims\":\"", "");
    private readonly string onlyBrackets = Large("{[", "", "");

    public LenientReading()
    {
        fenced = $"Here is what the meeting tells:\n```json\n{clean}\n```\nAll from the transcript.";
        scanned = $"Here is what the meeting tells: {clean} All from the transcript.";
        repaired = clean[..(clean.Length - 40)];
        python = clean.Replace("\"", "'", StringComparison.Ordinal).Replace("null", "None", StringComparison.Ordinal);
        Expect(clean, JsonLayer.Strict);
        Expect(fenced, JsonLayer.Fenced);
        Expect(scanned, JsonLayer.Scanned);
        Expect(repaired, JsonLayer.Repaired);
    }

    [Benchmark(Baseline = true)]
    public JsonValueKind PlainParse()
    {
        using var document = JsonDocument.Parse(clean);
        return document.RootElement.ValueKind;
    }

    [Benchmark]
    public int Clean() => (int)Read(clean);

    [Benchmark]
    public int InFence() => (int)Read(fenced);

    [Benchmark]
    public int BetweenWords() => (int)Read(scanned);

    [Benchmark]
    public int CutOff() => (int)Read(repaired);

    [Benchmark]
    public int OfPython() => (int)Read(python);

    [Benchmark]
    public int LargeList() => (int)Read(largeList);

    [Benchmark]
    public int LargeText() => (int)Read(largeText);

    [Benchmark]
    public int OnlyMarks() => (int)Read(onlyMarks);

    [Benchmark]
    public int OnlyBrackets() => (int)Read(onlyBrackets);

    private static string Large(string unit, string head, string tail) =>
        head + string.Concat(Enumerable.Repeat(unit, LargeCharacters / unit.Length)) + tail;

    private static JsonLayer Read(string text) => LenientJson.Read(text, new CompletionNames(Keys)).Layer;

    private static void Expect(string text, JsonLayer layer)
    {
        if (Read(text) is var read && read != layer)
        {
            throw new InvalidOperationException($"The answer to be measured is read as {read}, not {layer}.");
        }
    }

    // The values that the simulated model gives for a meeting, as one object.
    private static string Answer()
    {
        using var book = typeof(SimulatorServer).Assembly.GetManifestResourceStream("Answers.harrow-meeting")
            ?? throw new InvalidDataException("The simulator has no answer for the meeting.");
        using var document = JsonDocument.Parse(book);
        return document.RootElement.GetProperty("answers").GetRawText();
    }
}
