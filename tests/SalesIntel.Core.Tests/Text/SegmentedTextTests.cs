using System.Text.Json;
using CsCheck;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Text;

public sealed class SegmentedTextTests
{
    private static readonly string[] Parts = ["plain words ", "\ud83e\udd84", "\"quoted\" & <b>", "caf\u00e9", "\n\t\\", "x"];

    [Fact]
    public void A_text_in_pieces_is_the_same_json_as_in_one() =>
        Gen.Select(Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 4], Gen.Int[1, 3_000]).Sample((parts, times) =>
        {
            var text = string.Concat(Enumerable.Repeat(string.Concat(parts), times));
            var revision = new MeetingRevision(
                "S", text, default, null, TimeSpan.FromMinutes(3), new MeetingRevision.Person(text, null), [], text, [text, ""], [], [],
                [new MeetingRevision.Chapter("t", text)], "", "p", [new MeetingRevision.Turn("Ada", text, DateTimeOffset.UnixEpoch)]);
            return Digest.OfJson(revision, ReadAiJsonContext.Default.MeetingRevision, 64)
                == Digest.Of(JsonSerializer.SerializeToUtf8Bytes(revision), 64);
        }, iter: 300);
}
