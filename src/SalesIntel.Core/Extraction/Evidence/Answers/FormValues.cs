using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From what somebody read in a form to values with evidence: the same for a model and for rules. An answer to the very
/// question wins
/// over what a model makes of the rest, and stands in where the model has nothing that is proven.</summary>
internal sealed class FormValues(Form form, FieldText texts)
{
    private readonly FormEvidence evidence = new(form);

    /// <summary>The values of fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="read">What a reader says of a field; empty when nothing.</param>
    /// <param name="stated">What the form says of a field itself; null where the reader reads nothing else.</param>
    public LeadValues Of(
        IEnumerable<LeadField> fields, Func<LeadField, IReadOnlyList<AnswerClaim>> read, Func<LeadField, StatedAnswer>? stated = null)
    {
        LeadField[] all = [.. fields];
        var claims = all.ToDictionary(field => field.Name, field => InForm(field, read(field)), StringComparer.Ordinal);
        var values = LeadValues.Of(all.Where(field => field.Evidence != EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, Value(field, claims, stated?.Invoke(field) ?? StatedAnswer.None))));
        if (claims.ContainsKey(LeadFields.QualificationGaps.Name))
        {
            values = values.With(LeadFields.QualificationGaps, FieldValue.Of(FormGaps.Lines(form, all, values)));
        }

        var advice = new AdviceCheck(form, evidence.Passages, values);
        return LeadValues.Of(values.Concat(all.Where(field => field.Evidence == EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, FieldValue.Of(advice.Proven(field, string.Join('\n',
                claims[field.Name].Select(claim => claim.Text)), texts))))));
    }

    private FieldValue Value(LeadField field, Dictionary<string, IReadOnlyList<AnswerClaim>> claims, StatedAnswer stated)
    {
        var read = claims[field.Name];
        var known = FormFacts.Complete(field, form, other => claims.TryGetValue(other.Name, out var theirs)
            && theirs.Count > 0 ? theirs[0].Text : "");
        if (known.Length > 0 && (read.Count == 0 || known != read[0].Text))
        {
            read = InForm(field, [new AnswerClaim("", "", known)]);
        }

        var value = evidence.Of(field, read, texts);
        if (InForm(field, stated.Claims) is not { Count: > 0 } answers || IsOf(stated, value))
        {
            return value;
        }

        // Of two answers the one to the very question counts, and beside an unproven value any counts.
        return evidence.Of(field, answers, texts) is { IsWritable: true } own
            && (!value.IsWritable || (stated.IsAsked && own.InferredFrom.Length == 0))
            ? WithUnproven(own, [.. value.Claims.Where(claim => claim.Support == ClaimSupport.Unsupported)])
            : value;
    }

    // A value that follows from a fact has no claim of its own; beside unproven ones it needs one.
    private static FieldValue WithUnproven(FieldValue value, Claim[] unproven) => unproven.Length == 0 ? value : value with
    {
        Claims = [.. value.Claims.Count > 0 ? value.Claims : [new Claim { Support = ClaimSupport.Supported }], .. unproven],
    };

    // A value whose words are from the answer to a question that asks for the field.
    private static bool IsOf(StatedAnswer stated, FieldValue value) => value.IsWritable
        && (stated.Topic is not { } topic || !stated.IsAsked
            || value.Claims.Any(claim => claim.Support == ClaimSupport.Supported && FormTopics.IsAbout(topic, claim.Question)));

    private IReadOnlyList<AnswerClaim> InForm(LeadField field, IReadOnlyList<AnswerClaim> claims) => claims.Count == 0 ? [] :
    [
        .. claims.Select(claim => claim with { Text = texts.Of(field, claim.Text.Length > 0 ? claim.Text : claim.Quote, field.Name) })
            .Where(claim => claim.Text.Length > 0),
    ];
}
