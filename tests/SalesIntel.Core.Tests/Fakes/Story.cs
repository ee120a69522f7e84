using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Messages about one lead, and how they must end in whatever order they come.</summary>
/// <param name="Messages">Bodies of webhooks.</param>
/// <param name="Current">Invitee id of the booking that counts.</param>
/// <param name="Status">What happened last.</param>
internal sealed record Story(IReadOnlyList<string> Messages, string Current, LeadStatus Status)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Current} {Status}\n{string.Join("\n", Messages)}";
}
