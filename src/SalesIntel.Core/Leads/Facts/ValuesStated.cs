namespace SalesIntel.Leads;

/// <summary>A message stated values itself, without anybody having to read them out of text, e.g. the fields of a contact form;
/// <see cref="LeadFact.At"/> is when. The general fact for sources of your own.</summary>
public sealed record ValuesStated : LeadFact
{
    /// <summary>What the message is about, e.g. <c>contact:{id}</c>; a later statement about the same thing replaces it. One
    /// message may state values about several things.</summary>
    public required string Document { get; init; }

    /// <summary>Which state of it; a later one replaces an earlier one.</summary>
    public required DateTimeOffset Revision { get; init; }

    /// <summary>The values by field name; <see cref="DemoFields.LeadSource"/> may be among them.</summary>
    public required LeadValues Values { get; init; }

    /// <inheritdoc/>
    protected override string Kind => "stated";
}
