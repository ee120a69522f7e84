using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Says of each value that was read from a form what it rests on: words of an answer, or what it was inferred from. It is worked
/// out from the form, whoever read the value and whatever he said about its origin.</summary>
internal sealed class FormEvidence(Form form)
{
    // Values that name something: such a name stands in the form, or it was inferred.
    private static readonly HashSet<string> Names = new(
        [LeadFields.StateOrRegion.Name, .. Inference.All.Select(inference => inference.Field.Name)], StringComparer.Ordinal);

    private readonly AnswerWords words = new(form);
    private readonly bool isFreeMail = MailDomains.IsFreeMail(MailDomains.Of(form.Email));

    /// <summary>The value with its evidence; <see cref="FieldValue.Absent"/> when it can't be true.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was read, in the field's form.</param>
    /// <param name="report">Gets an issue about a value that was dropped.</param>
    public FieldValue Of(LeadField field, string text, FieldText report)
    {
        if (text.Length == 0 || field.Evidence is EvidenceRule.Computed or EvidenceRule.Advice)
        {
            return FieldValue.Of(text);
        }

        var claims = words.Find(field.Kind == FieldKind.Url ? Bare(text) : text);
        var isStated = claims.Count > 0 || words.Mention(text);
        var inference = Inference.For(field);
        if (inference is { IsFromMailDomain: true } && isFreeMail && !IsAnswered(text)
            && (!isStated || MailDomains.IsProvider(text, MailDomains.Of(form.Email))))
        {
            report.Report(field.Name, "dropped, it is not stated and a free-mail domain names no company");
            return FieldValue.Absent;
        }

        // Who answers the question with "n/a" has no company, whatever his mail domain is.
        if (!isStated && inference is not null && form.Denies(inference.Topic))
        {
            report.Report(field.Name, "dropped, the form says that there is none");
            return FieldValue.Absent;
        }

        return FieldValue.Of(text, claims.Count > 0 ? "" : Origin(field, inference, text, isStated)) with { Claims = claims };
    }

    private string Origin(LeadField field, Inference? inference, string text, bool isStated) =>
        inference is not null && inference.Follows(text, form) ? inference.From
        : isStated ? ""
        : field.Evidence == EvidenceRule.Inferred || Names.Contains(field.Name) ? Inference.FromOtherFacts
        : "";

    // People write an address with and without them.
    private static string Bare(string address) =>
        address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..] is var host
        && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private bool IsAnswered(string value) => form.Answers.Any(answer =>
        FormTopics.IsAbout(FormTopic.Company, answer.Question) && answer.Answer.Contains(value, StringComparison.OrdinalIgnoreCase));
}
