using System.Globalization;
using System.Text.Json;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads a completion field by field. Each field stands alone: a bad one is left out with an issue and spoils no other.
/// Types are bent only where nothing can be lost or guessed.</summary>
/// <param name="members">The completion's members; empty when there is no completion.</param>
/// <param name="texts">Brings each text into its field's form.</param>
internal sealed class CompletionFields(IReadOnlyDictionary<string, JsonElement> members, FieldText texts)
{
    private readonly Dictionary<string, string> failed = new(StringComparer.Ordinal);

    /// <summary>Brings texts into their fields' form and collects issues.</summary>
    public FieldText Texts => texts;

    /// <summary>Members that are absent or could not be read, with the reason; a null is an answer and not a failure.</summary>
    public IReadOnlyDictionary<string, string> Failed => failed;

    /// <summary>A field's text; empty when there is none. Lines are a list where the schema says so.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">Its key in the completion.</param>
    public string Text(LeadField field, string key)
    {
        if (!CompletionSchema.IsList(field))
        {
            return texts.Of(field, Raw(key), key);
        }

        if (!Find(key, out var member))
        {
            return "";
        }

        switch (member.ValueKind)
        {
            case JsonValueKind.Null:
                return "";
            case JsonValueKind.Array:
                return texts.OfItems(field, Items(key, member), key);
            case JsonValueKind.String:
                return texts.OfItems(field, member.GetString()!.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•')), key);
            default:
                Fail(key, $"is {Kind(member)} where a list of texts is asked for");
                return "";
        }
    }

    /// <summary>The words that are said to support a value; empty when there are none.</summary>
    public string Quote(string key) => texts.Quote(Raw(key), key);

    /// <summary>A turn's number; null when there is none or it is not one.</summary>
    public int? Turn(string key)
    {
        if (!members.TryGetValue(key, out var member))
        {
            return null;
        }

        var digits = member.ValueKind switch
        {
            JsonValueKind.Number => member.GetRawText(),
            JsonValueKind.String => string.Concat(member.GetString()!.Where(char.IsAsciiDigit)),
            _ => "",
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) && turn > 0 ? turn : null;
    }

    private static string Kind(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Number => "a number",
        _ => "another type",
    };

    private bool Find(string key, out JsonElement member)
    {
        if (members.TryGetValue(key, out member))
        {
            return true;
        }

        failed[key] = "is missing";
        return false;
    }

    private void Fail(string key, string reason)
    {
        failed[key] = reason;
        texts.Report(key, reason);
    }

    private string Raw(string key)
    {
        if (!Find(key, out var member))
        {
            return "";
        }

        switch (member.ValueKind)
        {
            case JsonValueKind.Null:
                return "";
            case JsonValueKind.String:
                return member.GetString()!;
            case JsonValueKind.Number:
                return member.GetRawText();
            case JsonValueKind.Array:
                return string.Join('\n', Items(key, member));
            default:
                Fail(key, $"is {Kind(member)} where text is asked for");
                return "";
        }
    }

    private List<string> Items(string key, JsonElement array)
    {
        var dropped = 0;
        var items = new List<string>();
        foreach (var item in array.EnumerateArray())
        {
            switch (item.ValueKind)
            {
                case JsonValueKind.String:
                    items.Add(item.GetString()!);
                    break;
                case JsonValueKind.Number:
                    items.Add(item.GetRawText());
                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    dropped++;
                    break;
            }
        }

        if (dropped > 0)
        {
            texts.Report(key, $"{dropped} items that are no text dropped");
        }

        return items;
    }
}
