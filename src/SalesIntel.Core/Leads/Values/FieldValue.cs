namespace SalesIntel.Leads;

/// <summary>What is known about one field, and what it rests on.</summary>
public sealed record FieldValue
{
    /// <summary>The value of which nothing is known.</summary>
    public static FieldValue Absent { get; } = new();

    /// <summary>The value as text, see <see cref="LeadField.Kind"/>; empty when nothing is known. Holds no remark about its origin.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the document tells it.</summary>
    public FieldStatus Status { get; init; }

    /// <summary>What it was inferred from, e.g. <c>the mail domain</c>; empty when it was stated.</summary>
    public string InferredFrom { get; init => field = value ?? ""; } = "";

    /// <summary>The statements behind it; empty when it needs none or has none.</summary>
    public IReadOnlyList<Claim> Claims { get; init => field = value ?? []; } = [];

    /// <summary>True when there is a text.</summary>
    [JsonIgnore]
    public bool IsKnown => Text.Length > 0;

    /// <summary>True unless each of the claims behind it is unsupported.</summary>
    [JsonIgnore]
    public bool IsSupported => Claims.Count == 0 || Claims.Any(claim => claim.Support != ClaimSupport.Unsupported);

    /// <summary>True when the value may stand in a field of a CRM: known, found and not unsupported.</summary>
    [JsonIgnore]
    public bool IsWritable => IsKnown && Status == FieldStatus.Found && IsSupported;

    /// <summary>The text as people are shown it: with a remark when it was inferred, e.g. <c>Sweden (inferred from the time zone)</c>.</summary>
    [JsonIgnore]
    public string TextWithOrigin => InferredFrom.Length > 0 ? $"{Text} (inferred from {InferredFrom})" : Text;

    /// <summary>A found value; <see cref="Absent"/> for a text that is null or empty.</summary>
    /// <param name="text">The value.</param>
    /// <param name="inferredFrom">What it was inferred from; empty when stated.</param>
    public static FieldValue Of(string? text, string inferredFrom = "") => string.IsNullOrEmpty(text)
        ? Absent
        : new FieldValue { Text = text, Status = FieldStatus.Found, InferredFrom = inferredFrom };

    /// <summary>Compares text, status, origin and claims.</summary>
    public bool Equals(FieldValue? other) => other is not null
        && Text == other.Text && Status == other.Status && InferredFrom == other.InferredFrom && Claims.SequenceEqual(other.Claims);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Status, InferredFrom, Claims.Count);
}
