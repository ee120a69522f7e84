using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From what somebody read in a form to values with evidence: the same for a model and for rules. An answer to the very question wins
/// over what a model makes of the rest, and stands in where the model has nothing that is proven.</summary>
internal sealed class FormValues(Form form, FieldText texts)
{
    private readonly FormEvidence evidence = new(form);

    /// <summary>The values of fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="read">What a reader says of a field; empty when nothing.</param>
    public LeadValues Of(IEnumerable<LeadField> fields, Func<LeadField, IReadOnlyList<AnswerClaim>> read)
    {
        LeadField[] all = [.. fields];
        var stated = new StatedAnswers(form, all);
        var claims = all.ToDictionary(field => field.Name, field => InForm(field, read(field)), StringComparer.Ordinal);
        var values = LeadValues.Of(all.Where(field => field.Evidence != EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, Value(field, claims, stated))));
        if (claims.ContainsKey(LeadFields.QualificationGaps.Name))
        {
            values = values.With(LeadFields.QualificationGaps, FieldValue.Of(FormGaps.Lines(form, all, values)));
        }

        var advice = new AdviceCheck(form, evidence.Passages, values);
        return LeadValues.Of(values.Concat(all.Where(field => field.Evidence == EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, FieldValue.Of(advice.Proven(field, string.Join('\n', claims[field.Name].Select(claim => claim.Text)), texts))))));
    }

    private FieldValue Value(LeadField field, Dictionary<string, List<AnswerClaim>> claims, StatedAnswers stated)
    {
        var read = claims[field.Name];
        var known = FormFacts.Complete(field, form, other => claims.TryGetValue(other.Name, out var theirs) && theirs.Count > 0 ? theirs[0].Text : "");
        if (known.Length > 0 && (read.Count == 0 || known != read[0].Text) && (read.Count == 0 || FormFacts.Wins(field)))
        {
            read = InForm(field, [new AnswerClaim("", "", known)]);
        }

        var value = evidence.Of(field, read, texts);
        if (InForm(field, stated.Of(field)) is not { Count: > 0 } answers || stated.IsOf(field, value))
        {
            return value;
        }

        // Of two answers the one to the very question counts, and beside an unproven value any counts.
        return evidence.Of(field, answers, texts) is { IsWritable: true } own
            && (!value.IsWritable || (stated.IsAsked(field) && own.InferredFrom.Length == 0))
            ? own with { Claims = [.. own.Claims, .. value.Claims.Where(claim => claim.Support == ClaimSupport.Unsupported)] }
            : value;
    }

    private List<AnswerClaim> InForm(LeadField field, IReadOnlyList<AnswerClaim> claims) =>
    [
        .. claims.Select(claim => claim with { Text = texts.Of(field, claim.Text.Length > 0 ? claim.Text : claim.Quote, field.Name) })
            .Where(claim => claim.Text.Length > 0),
    ];
}
