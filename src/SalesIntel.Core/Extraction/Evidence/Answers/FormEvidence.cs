using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Decides what a form proves of what a reader claims, whoever the reader is: words of an answer, a fact of the form itself, or an
/// inference that is allowed. It is worked out from the form, whatever the reader says about a value's origin.</summary>
internal sealed class FormEvidence(Form form)
{
    private const string FromTracking = "the tracking values";
    private const string Midnight = "T00:00:00Z";

    // Values that name something: such a name stands in the form word for word, or it was inferred.
    private static readonly HashSet<string> Names = new(
        [
            LeadFields.FirstName.Name, LeadFields.LastName.Name, LeadFields.Phone.Name, LeadFields.StateOrRegion.Name,
            .. Inference.All.Select(inference => inference.Field.Name),
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Owned = new(
        [LeadFields.ToolsInUse.Name, LeadFields.TeamSize.Name, LeadFields.BudgetSignal.Name], StringComparer.Ordinal);

    private static readonly HashSet<FormTopic> AboutOthers =
    [
        FormTopic.Tools, FormTopic.ToolsUsed, FormTopic.Authority, FormTopic.Referral, FormTopic.Pain, FormTopic.Goal, FormTopic.Timing,
        FormTopic.Budget, FormTopic.Consent,
    ];

    private readonly AnswerWords words = new(form);
    private readonly AnswerPassages passages = new(form);
    private readonly bool isFreeMail = MailDomains.IsFreeMail(MailDomains.Of(form.Email));

    /// <summary>The language and the names of the answers.</summary>
    public AnswerPassages Passages => passages;

    /// <summary>The value with its evidence. What nothing proves is a claim without support, for the note alone; what can't be true is left
    /// out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="claims">What a reader says, the text in the field's form.</param>
    /// <param name="report">Gets an issue about what is not proven.</param>
    public FieldValue Of(LeadField field, IReadOnlyList<AnswerClaim> claims, FieldText report)
    {
        if (field.Evidence is EvidenceRule.Computed or EvidenceRule.Advice)
        {
            return FieldValue.Of(claims.Count > 0 ? claims[0].Text : "");
        }

        if (claims.Count == 0)
        {
            return FieldValue.Absent;
        }

        var (proven, unproven, inferredFrom) = (new List<Claim>(), new List<Claim>(), "");
        foreach (var claim in Lines(field, claims))
        {
            if (IsImpossible(field, claim.Text, report))
            {
                continue;
            }

            if (Prove(field, claim, out var origin) is { } found)
            {
                proven.Add(found);
                inferredFrom = origin;
            }
            else
            {
                unproven.Add(new Claim
                {
                    Text = claim.Text, Question = TextCleaner.Line(claim.Question), Quote = TextCleaner.Line(claim.Quote, 600),
                        Support = ClaimSupport.Unsupported,
                });
            }
        }

        if (unproven.Count > 0)
        {
            report.Report(field.Name, $"in no answer, unconfirmed: {unproven.Count} of {Counted.Of(proven.Count + unproven.Count, "value")}");
        }

        return Value(field, [.. proven.DistinctBy(claim => claim.Text)], unproven, inferredFrom, report);
    }

    private static FieldValue Value(LeadField field, IReadOnlyList<Claim> proven, List<Claim> unproven, string inferredFrom,
        FieldText report)
    {
        if (proven.Count == 0)
        {
            return new FieldValue { Claims = unproven };
        }

        var text = report.OfLines(field, [.. proven.Select(claim => claim.Text)], field.Name);

        // What follows from a fact needs no words; the fact is named beside it.
        var quoted = proven.Where(claim => claim.Quote.Length > 0).ToArray();
        return FieldValue.Of(text, quoted.Length == 0 ? inferredFrom : "") with
        {
            Claims = [.. (unproven.Count > 0 ? proven : quoted).Select(claim =>
                claim.Text == text ? claim with { Text = "" } : claim), .. unproven],
        };
    }

    private static IEnumerable<AnswerClaim> Lines(LeadField field, IReadOnlyList<AnswerClaim> claims) => claims
        .SelectMany(claim => field.Kind is FieldKind.Text or FieldKind.Lines && claim.Text.Contains('\n')
            ? claim.Text.Split('\n').Select(line => claim with { Text = TextCleaner.Item(line) })
            : [claim])
        .Where(claim => claim.Text.Length > 0);

    private Claim? Prove(LeadField field, AnswerClaim claim, out string origin)
    {
        origin = "";
        var value = field.Kind == FieldKind.Url ? Bare(claim.Text) : claim.Text;
        if (words.All(value).FirstOrDefault(said => IsSaidOf(field, value, said) && passages.IsAsserted(value, said)
            && (IsNamed(field) ? passages.IsOwn(value, said, isName: true) : passages.IsWhole(value, said)) && IsOfToday(field, value, said)) is { } found)
        {
            return found with { Text = claim.Text };
        }

        if (field.Name == LeadFields.Country.Name && Named(claim) is { } named)
        {
            return named with { Text = claim.Text };
        }

        if (field.Kind == FieldKind.DateTime && Timed(claim) is { } timed)
        {
            return timed with { Text = claim.Text };
        }

        origin = Inference.For(field) is { } inference && inference.Follows(claim.Text, form) ? inference.From
            : field.Name == LeadFields.ReferredBy.Name && form.Tracking.Values.Any(known => Holds(known, claim.Text)) ? FromTracking
            : "";
        if (origin.Length > 0 || IsOwnFact(field, claim.Text))
        {
            return new Claim { Text = claim.Text, Support = ClaimSupport.Supported };
        }

        return !IsNamed(field) && passages.Prove(claim, field.Kind is FieldKind.Text or FieldKind.Lines) is { } proven
            && IsSaidOf(field, claim.Text, proven) && IsOfToday(field, claim.Text, proven) ? proven : null;
    }

    // A tool that was tried, dropped or is only planned is in no use, and what a client has is not one's own.
    private bool IsOfToday(LeadField field, string value, Claim said) =>
        (field.Name != LeadFields.ToolsInUse.Name || passages.IsOfToday(value, said))
        && (!Owned.Contains(field.Name) || passages.IsOwn(value, said, isName: false));

    private static bool IsNamed(LeadField field) => Names.Contains(field.Name)
        || field.Kind is not (FieldKind.Text or FieldKind.Lines or FieldKind.Number or FieldKind.Choice);

    // A name that stands in an answer about something else is somebody else's: a tool is not the company, who decides has referred nobody
    // unless the sentence says so.
    private static bool IsSaidOf(LeadField field, string value, Claim said)
    {
        var topics = FormTopics.Of(said.Question);
        var isReferral = field.Name == LeadFields.ReferredBy.Name;
        if (topics.Count == 0 || !topics.All(AboutOthers.Contains) || (isReferral && topics.Any(topic => topic is FormTopic.Pain or FormTopic.Goal)))
        {
            return true;
        }

        return isReferral
            ? topics.Contains(FormTopic.Referral) || Sentences.Split(said.Quote).Any(sentence =>
                Holds(sentence, value) && FormTopics.IsAbout(FormTopic.Referral, sentence))
            : field.Name != LeadFields.CompanyName.Name && field.Name != LeadFields.CompanyWebsite.Name;
    }

    // "Deutschland" says Germany.
    private Claim? Named(AnswerClaim claim) => form.Answers
        .Where(answer => FormTopics.Of(answer.Question).Any(topic => topic is FormTopic.Country or FormTopic.Location or FormTopic.City))
        .Select(answer => answer.Answer).Prepend(claim.Quote)
        .Where(answer => PlaceText.Of(answer).Country == claim.Text).Select(words.Find)
        .FirstOrDefault(said => said is not null && passages.IsOwn(said.Text, said, isName: true));

    // "December 8, 2026 3:00 PM" says 2026-12-08T15:00:00Z. A day without a time of day is also looked for among other words.
    private Claim? Timed(AnswerClaim claim) =>
        form.Answers.Where(answer => FieldText.DateAndTime(answer.Answer) == claim.Text)
            .Select(answer => words.Find(answer.Answer)).FirstOrDefault(said => said is not null)
        ?? (claim.Text.EndsWith(Midnight, StringComparison.Ordinal)
            ? passages.Prove(claim with { Text = claim.Text[..^Midnight.Length] }, mayQuote: false)
            : null);

    // The person's name and number stand in fields of the form of their own.
    private bool IsOwnFact(LeadField field, string text) =>
        field.Name == LeadFields.FirstName.Name || field.Name == LeadFields.LastName.Name
            ? TokenReader.Words(text).All(TokenReader.Words($"{form.Name} {form.FirstName} {form.LastName} {LocalPart()}").Contains)
            : field.Name == LeadFields.Phone.Name && Digits(text) is { Length: > 0 } digits
                && Digits(form.Phone).EndsWith(digits, StringComparison.Ordinal);

    private string LocalPart() => EmailAddress.TryParse(form.Email, out var address) ? address.LocalPart : "";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool Holds(string known, string text) => TokenReader.Words(text).ToArray() is { Length: > 0 } wanted
        && TokenReader.Words(known).ToHashSet(StringComparer.Ordinal) is var have && wanted.All(have.Contains);

    private bool IsImpossible(LeadField field, string text, FieldText report)
    {
        if (field.Name == LeadFields.CompanyWebsite.Name && FieldText.IsProfile(text))
        {
            report.Report(field.Name, "dropped, it is a person's profile");
            return true;
        }

        if (Inference.For(field) is not { } inference || words.Find(text) is { } said && IsAbout(inference, said))
        {
            return false;
        }

        var isStated = words.Find(field.Kind == FieldKind.Url ? Bare(text) : text) is not null;
        var reason = inference.IsFromMailDomain && isFreeMail && (!isStated || MailDomains.IsProvider(text, MailDomains.Of(form.Email)))
            ? "dropped, it is not stated and a free-mail domain names no company"
            : !isStated && form.Denies(inference.Topic) ? "dropped, the form says that there is none" : "";
        if (reason.Length > 0)
        {
            report.Report(field.Name, reason);
        }

        return reason.Length > 0;
    }

    private static bool IsAbout(Inference inference, Claim said) => FormTopics.IsAbout(inference.Topic, said.Question);

    // People write an address with and without them.
    private static string Bare(string address) =>
        address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..] is var host
        && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
