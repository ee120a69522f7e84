using SalesIntel.Leads;

namespace SalesIntel.Zoho;

/// <summary>Compares values of fields as people read them, so that nothing of ours is taken for an edit because Zoho shows it in another form.
/// </summary>
internal sealed class ZohoValueComparer(ZohoFieldOptions options, FieldCatalog catalog)
{
    private const int LongestListed = 120;

    // By the name in Zoho; of two fields with one name, which is an error, the first.
    private readonly FrozenDictionary<string, LeadField> fields = catalog.All
        .Select(field => KeyValuePair.Create(options.NameOf(field), field))
        .Where(field => field.Key.Length > 0)
        .DistinctBy(field => field.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    public bool IsSame(string name, JsonNode? left, JsonNode? right)
    {
        (left, right) = (Value(left), Value(right));
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (left is JsonArray || right is JsonArray)
        {
            return Items(left).SetEquals(Items(right));
        }

        var (one, other) = (Plain(left.ToString()), Plain(right.ToString()));
        return one == other
            || IsSameSpelling(one, other)
            || ((left.GetValueKind() == JsonValueKind.Number || right.GetValueKind() == JsonValueKind.Number)
                && PlainNumber(one) is { } shown && shown == PlainNumber(other))
            || (TimeText.ReadWithOffset(one) is { } moment && moment == TimeText.ReadWithOffset(other))
            || (fields.GetValueOrDefault(name)?.Kind switch
            {
                FieldKind.Lines => Lines(one).SetEquals(Lines(other)),
                FieldKind.Phone => Dialled(one) is { Length: > 0 } number && number == Dialled(other),
                FieldKind.Number => Number(one) is { } count && count == Number(other),
                _ => false,
            });
    }

    public bool IsFormOf(string name, JsonNode held, JsonNode written)
    {
        if (IsSame(name, held, written))
        {
            return true;
        }

        if (held is JsonArray || written is JsonArray)
        {
            return false;
        }

        // A field with formats shows what was written into it with tags and entities.
        var (theirs, ours) = (TextCleaner.Line(MarkupText.Plain(Plain(held.ToString()))), TextCleaner.Line(Plain(written.ToString())));
        return theirs == ours
            || (theirs.Length > 1 && theirs[^1] == '…' && ours.StartsWith(theirs[..^1].TrimEnd(), StringComparison.Ordinal))
            || (fields.GetValueOrDefault(name)?.Kind switch
            {
                FieldKind.Phone => PhoneText.IsSame(theirs, ours),
                FieldKind.Url => Page(theirs) == Page(ours),
                _ => false,
            })
            || (HasListedSpelling(name) && theirs.Length <= LongestListed
                && Letters(theirs) is { Length: > 0 } letters && letters == Letters(ours));
    }

    // A person who spells a name or a company in another way has meant it; of what an organisation has made a picklist it is the list's way.
    private bool HasListedSpelling(string name) => fields.TryGetValue(name, out var field)
        && (ZohoFieldNames.StandardNameOf(field) is null || field == LeadFields.Industry || field == DemoFields.LeadSource);

    // Zoho shows an empty list as nothing, and the name of a linked record beside its id.
    private static JsonNode? Value(JsonNode? value) => value switch
    {
        JsonArray { Count: 0 } => null,
        JsonObject link when link["id"] is JsonValue id => id,
        _ => value,
    };

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    // Letters with their accents as characters of their own, or not. Unicode normalisation does nothing in an application with invariant
    // globalization, so both are taken apart; number of accents and capitals say that nothing else was changed.
    private static bool IsSameSpelling(string one, string other) =>
        (one.Any(IsMark) || other.Any(IsMark))
        && LetterFolding.Fold(one) == LetterFolding.Fold(other)
        && one.Count(char.IsUpper) == other.Count(char.IsUpper)
        && Accented(one) == Accented(other);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // A letter may have several accents, of which one may be a part of it.
    private static int Accented(string text) => StringInfo.ParseCombiningCharacters(text)
        .Count(at => text.Substring(at, StringInfo.GetNextTextElementLength(text, at)).Any(IsAccented));

    private static bool IsAccented(char c) => IsMark(c) || (char.IsLetter(c) && LetterFolding.Fold($"{c}") != $"{char.ToLowerInvariant(c)}");

    private static HashSet<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // A picklist of several values answers with a list where lines or semicolons were written.
    private static HashSet<string> Items(JsonNode value) => value is JsonArray list
        ? [.. list.Select(Value).OfType<JsonNode>().Select(item => Plain(item.ToString()))]
        : [.. Plain(value.ToString()).Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Dialled(string text) => string.Concat(PhoneText.Normalize(text).Where(c => char.IsAsciiDigit(c) || c == '+'));

    // Zoho takes an address without its scheme.
    private static string Page(string text)
    {
        var address = (text.Split("://", 2) is [_, var rest] ? rest : text).TrimEnd('/');
        var path = address.IndexOfAny(['/', '?', '#']) is >= 0 and var at ? at : address.Length;
        return address[..path].ToLowerInvariant() + address[path..];
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    // What a field of text holds is a number where a number stands on the other side, but 1,200 may be two of them.
    private static decimal? PlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is left of a text when case and punctuation do not count.</summary>
    internal static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
