using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Reads the body of a Read.ai webhook: the native shape, the flat one of a relay, and either inside of a
/// <c>session</c> or <c>meeting</c> object. Every key but the session's id may be missing, null or of another type.</summary>
public static class ReadAiWebhook
{
    /// <summary>Reads a body. Never throws for any input.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="problem">Why there is no meeting: names the field, never its value; empty when there is one.</param>
    /// <returns>The meeting, or null when the body is unreadable or tells of no meeting that has ended.</returns>
    public static Meeting? TryRead(ReadOnlyMemory<byte> body, out string problem)
    {
        var (reading, meeting) = ReadAiReader.Read(body, minDuration: TimeSpan.Zero);
        problem = reading.Reason;
        return meeting;
    }
}
