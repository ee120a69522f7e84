using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads a transcript: the webhook's blocks, the REST API's turns, or one text.</summary>
internal static class TranscriptReader
{
    /// <summary>The turns in the order received; without words there is no turn.</summary>
    /// <param name="transcript">An object, an array of blocks, or a text.</param>
    /// <param name="start">The meeting's start, from which small times count.</param>
    internal static IReadOnlyList<TranscriptTurn> Read(JsonElement transcript, DateTimeOffset? start)
    {
        var blocks = transcript.ValueKind switch
        {
            JsonValueKind.Array => transcript,
            JsonValueKind.Object when HasItems(transcript.Get("speaker_blocks")) => transcript.Get("speaker_blocks"),
            _ => transcript.Get("turns"),
        };
        IReadOnlyList<TranscriptTurn> turns =
        [
            .. blocks.Items().Select(block => Turn(block, start)).Where(turn => turn.Text.Length > 0),
        ];
        if (turns.Count > 0)
        {
            return turns;
        }

        var text = transcript.ValueKind == JsonValueKind.String ? transcript : transcript.Get("text");
        return FlatTranscript.Split(text.Text(), start);
    }

    private static bool HasItems(JsonElement list) => list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;

    private static TranscriptTurn Turn(JsonElement block, DateTimeOffset? start)
    {
        if (block.ValueKind == JsonValueKind.String)
        {
            return new TranscriptTurn("", TextCleaner.Block(block.Text()), null);
        }

        var speaker = block.Get("speaker");
        var words = block.Get("words");
        return new TranscriptTurn(
            speaker.ValueKind == JsonValueKind.Object ? speaker.Name("name") : TextCleaner.Name(speaker.Text()),
            TextCleaner.Block(Words(words.ValueKind == JsonValueKind.Undefined ? block.Get("text") : words)),
            WireTime.Read(block.Get("start_time"), start) ?? WireTime.Read(block.Get("start_time_ms"), start, unit: 0.001));
    }

    private static string Words(JsonElement words) => words.ValueKind == JsonValueKind.Array
        ? string.Join(' ', words.EnumerateArray()
            .Select(word => word.ValueKind == JsonValueKind.Object ? word.Get("text").Text() : word.Text())
            .Where(word => word.Length > 0))
        : words.Text();
}
