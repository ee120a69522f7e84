namespace SalesIntel.Leads;

/// <summary>What changed from call to call, as a pure function of the set of a lead's facts: neither the order in which they became
/// known nor
/// their repetition changes the result.</summary>
internal static class CallHistory
{
    /// <summary>What a conversation changed against the ones before it, in the order of the fields.</summary>
    /// <param name="facts">The lead's facts, in any order, with or without repetitions.</param>
    /// <param name="document">The conversation, see <see cref="LeadDocument.Key"/>.</param>
    /// <param name="fields">The fields to compare.</param>
    /// <param name="compare">What the later of two known values of a field makes of the earlier one.</param>
    public static IReadOnlyList<ValueChange> Of(
        IEnumerable<LeadFact> facts,
        string document,
        IReadOnlyList<LeadField> fields,
        Func<LeadField, FieldValue, FieldValue, ValueChangeKind> compare)
    {
        ValuesRead[] calls = [.. Calls(facts)];
        var at = Array.FindIndex(calls, call => call.Document == document);
        if (at < 0)
        {
            return [];
        }

        var before = Merged(calls.Take(at));
        return
        [
            .. fields.Where(field => calls[at].Values[field] is { IsKnown: true, IsSupported: true }).Select(field =>
            {
                var (known, now) = (before[field], calls[at].Values[field]);
                var kind = known.IsWritable ? compare(field, known, now) : ValueChangeKind.New;
                return new ValueChange(field.Name, kind, known, now);
            })

            // What is unclear now and does not stand against anything says nothing new.
            .Where(change => change.After.IsWritable || change.Kind == ValueChangeKind.Contradicted),
        ];
    }

    /// <summary>What the conversations before one told and it does not tell itself.</summary>
    public static LeadValues Known(IEnumerable<LeadFact> facts, string document, IEnumerable<LeadField> fields)
    {
        ValuesRead[] calls = [.. Calls(facts)];
        var at = Array.FindIndex(calls, call => call.Document == document);
        var before = Merged(calls.Take(at));
        return at < 0 ? LeadValues.Empty : LeadValues.Of(fields
            .Where(field => before[field].IsWritable && !calls[at].Values[field].IsWritable)
            .Select(field => KeyValuePair.Create(field.Name, before[field])));
    }

    /// <summary>The reading of the conversation before one; null when it is the first that was read, or was not read itself.</summary>
    public static ValuesRead? Before(IEnumerable<LeadFact> facts, string document)
    {
        ValuesRead[] calls = [.. Calls(facts)];
        return Array.FindIndex(calls, call => call.Document == document) is > 0 and var at ? calls[at - 1] : null;
    }

    private static LeadValues Merged(IEnumerable<ValuesRead> calls) =>
        calls.Aggregate(LeadValues.Empty, (earlier, call) => earlier.Merge(call.Values));

    // The latest reading of each conversation, in the order in which they took place.
    private static IEnumerable<ValuesRead> Calls(IEnumerable<LeadFact> facts) => facts.OfType<ValuesRead>()
        .Where(read => read.DocumentKind == DocumentKind.Conversation)
        .DistinctBy(read => read.Id)
        .GroupBy(read => read.Document, StringComparer.Ordinal)
        .Select(readings => readings
            .OrderByDescending(reading => reading.Revision)
            .ThenByDescending(reading => (int)reading.ReadBy)
            .ThenByDescending(reading => reading.EventId, StringComparer.Ordinal)
            .First())
        .OrderBy(reading => reading.At)
        .ThenBy(reading => reading.Document, StringComparer.Ordinal)
        .TakeLast(FactLimits.MostDocuments);
}
