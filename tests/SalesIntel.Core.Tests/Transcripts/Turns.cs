using System.Globalization;
using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Turns as one text, so that a table of forms can be read: <c>Ann Lee@10: words</c>, one turn a line; the time in seconds from
/// the start.</summary>
internal static class Turns
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    internal static string Of(string text, params string[] known) => Of(Transcript.Parse(text, Start, known));

    internal static string Of(Transcript transcript) => string.Join('\n', transcript.Turns.Select(Of));

    internal static string Speakers(Transcript transcript) => string.Join('|', transcript.Turns.Select(turn => turn.Speaker));

    private static string Of(TranscriptTurn turn)
    {
        var seconds = (turn.At - Start)?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return $"{turn.Speaker}{(seconds is null ? "" : "@")}{seconds}: {turn.Text.Replace("\n", " / ", StringComparison.Ordinal)}";
    }
}
