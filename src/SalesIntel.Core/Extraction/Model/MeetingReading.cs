using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From a completion about a meeting to values.</summary>
/// <param name="meeting">The meeting.</param>
/// <param name="team">Who belongs to the sellers.</param>
/// <param name="catalog">The fields that were asked for.</param>
internal sealed class MeetingReading(Meeting meeting, TeamOptions team, FieldCatalog catalog)
{
    private readonly QualificationFramework framework = catalog.Framework;
    private readonly LeadField[] own = [.. ConversationPrompt.OfClaims(catalog)];

    /// <summary>False where no words of the customer are known, so that nothing tells how he stands.</summary>
    public required bool IsRated { get; init; }

    /// <summary>The values that the meeting proves.</summary>
    public LeadValues Values(CompletionFields completion) => Values(completion, new HashSet<SpokenClaim>());

    /// <summary>The values without the claims that a verification refused: these are for the note alone.</summary>
    public LeadValues Values(CompletionFields completion, IReadOnlySet<SpokenClaim> refused)
    {
        var claims = Claims(completion);
        var evidence = new SpokenEvidence(meeting, team, completion.Texts);
        var values = LeadValues.Of(
        [
            .. framework.Elements.Select(element => KeyValuePair.Create(
                framework.FieldOf(element).Name, Of(element, framework.FieldOf(element)))),
            .. own.Select(field => KeyValuePair.Create(field.Name, Of(OwnElement(field), field))),
            .. ConversationPrompt.Flat(catalog).Select(field => KeyValuePair.Create(field.Name, Flat(field, completion.Text(field, field.Name)))),
        ]);
        return values.With(framework.Confidence, IsRated ? ComputedConfidence.Of(values, framework) : FieldValue.Absent);

        FieldValue Of(QualificationElement element, LeadField field)
        {
            SpokenClaim[] all = [.. claims[element.Name]];
            var value = evidence.Of(element, field, [.. all.Where(claim => !refused.Contains(claim))]);
            Claim[] unconfirmed = [.. all.Where(refused.Contains).Distinct().Select(Unconfirmed)];
            return unconfirmed.Length == 0 ? value : value with { Claims = [.. value.Claims, .. unconfirmed] };
        }

        FieldValue Flat(LeadField field, string text) => field.Evidence == EvidenceRule.Advice
            ? FieldValue.Of(text)
            : evidence.Lines(field, text, field.Name == MeetingFields.NextSteps.Name ? meeting.ActionItems : []);
    }

    /// <summary>The claims that are proven as far as code can tell, of the elements that are worth a second look.</summary>
    public IReadOnlyList<ProvenClaim> Proven(CompletionFields completion, FieldText texts)
    {
        var claims = Claims(completion);
        var evidence = new SpokenEvidence(meeting, team, texts);
        return
        [
            .. QualificationRoles.Of(framework, QualificationRoles.Verified)
                .SelectMany(element => claims[element.Name].Distinct().Select(claim => Proven(element, claim))).OfType<ProvenClaim>(),
        ];

        // By itself, so that it is known which of them the words are about.
        ProvenClaim? Proven(QualificationElement element, SpokenClaim claim) =>
            evidence.Of(element, framework.FieldOf(element), [claim]) is var value
            && value.Claims is [{ Support: ClaimSupport.Supported, Turn: { } turn } found]
                ? new ProvenClaim(claim, element, found.Text.Length > 0 ? found.Text : value.Text, found.Quote, turn)
                : null;
    }

    private ILookup<string, SpokenClaim> Claims(CompletionFields completion) => completion
        .Claims([.. framework.Elements.Select(element => element.Name), .. own.Select(field => field.Name)])
        .ToLookup(claim => claim.Element, Spoken, StringComparer.Ordinal);

    private static SpokenClaim Spoken(CompletionClaim claim) =>
        new(claim.Element, claim.Quote, claim.Turn, claim.Text.Length > 0 ? claim.Text : claim.Quote);

    private static Claim Unconfirmed(SpokenClaim claim) =>
        new() { Text = claim.Text, Quote = claim.Quote, Turn = claim.Turn, Support = ClaimSupport.Unsupported };

    // What a consumer asks of a conversation anybody may have said.
    private static QualificationElement OwnElement(LeadField field) => new(field.Name) { Ask = field.Ask, Counts = StatementSide.Any };
}
