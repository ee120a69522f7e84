using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>A fingerprint of what a report says, so that the same report pushed again is known as such, whatever its
/// <c>request_id</c>, key order and white space.</summary>
internal static class MeetingRevision
{
    internal static string Of(Meeting meeting) =>
        Digest.Of(JsonSerializer.SerializeToUtf8Bytes(meeting, ReadAiJsonContext.Default.Meeting), 16);
}
