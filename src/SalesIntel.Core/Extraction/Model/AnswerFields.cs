using System.Globalization;
using System.Text.Json;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Reads an answer field by field. Each field stands alone: a bad one is left out with an issue and spoils no other.
/// Types are bent only where nothing can be lost or guessed.</summary>
/// <param name="values">The answer's members; empty when there is no answer.</param>
/// <param name="options">Limits.</param>
internal sealed class AnswerFields(IReadOnlyDictionary<string, JsonElement> values, ExtractionOptions options)
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "n/a", "not mentioned", "not stated", "not specified", "not provided", "unknown",
    };

    private readonly List<string> _issues = [];
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);

    /// <summary>What was dropped or shortened, by field name.</summary>
    public IReadOnlyList<string> Issues => _issues;

    /// <summary>Fields that are absent or could not be read, with the reason; a null is an answer and not a failure.</summary>
    public IReadOnlyDictionary<string, string> Failed => _failed;

    /// <summary>A text; empty when there is none.</summary>
    public string Text(string name, int? max = null)
    {
        if (!Find(name, out var element))
        {
            return "";
        }

        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join('\n', Items(name, element)),
            _ => null,
        };
        if (text is null)
        {
            Fail(name, $"is {Kind(element)} where text is asked for");
            return "";
        }

        return Bound(name, text, max ?? options.MaxFieldCharacters);
    }

    /// <summary>A list of texts; a single text is a list by its lines.</summary>
    public IReadOnlyList<string> List(string name)
    {
        if (!Find(name, out var element))
        {
            return [];
        }

        IEnumerable<string> items;
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.Array:
                items = Items(name, element);
                break;
            case JsonValueKind.String:
                items = element.GetString()!.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•').Trim());
                break;
            default:
                Fail(name, $"is {Kind(element)} where a list of texts is asked for");
                return [];
        }

        var list = items.Select(item => Bound(name, item, options.MaxFieldCharacters)).Where(item => item.Length > 0).ToList();
        if (list.Count > options.MaxListItems)
        {
            _issues.Add($"{name}: {list.Count - options.MaxListItems} items over the limit dropped");
            list.RemoveRange(options.MaxListItems, list.Count - options.MaxListItems);
        }

        return list;
    }

    /// <summary>A turn's number; null when there is none or it is not one.</summary>
    public int? Turn(string name)
    {
        if (!values.TryGetValue(name, out var element))
        {
            return null;
        }

        var digits = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => string.Concat(element.GetString()!.Where(char.IsAsciiDigit)),
            _ => "",
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) && turn > 0 ? turn : null;
    }

    /// <summary>A confidence; empty with an issue when the answer is none of the four.</summary>
    public string Confidence(string name)
    {
        var text = Text(name);
        var label = ConfidenceLadder.Read(text);
        if (text.Length > 0 && label.Length == 0)
        {
            _issues.Add($"{name}: is none of the allowed values");
        }

        return label;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Number => "a number",
        _ => "another type",
    };

    private bool Find(string name, out JsonElement element)
    {
        if (values.TryGetValue(name, out element))
        {
            return true;
        }

        _failed[name] = "is missing";
        return false;
    }

    private void Fail(string name, string reason)
    {
        _failed[name] = reason;
        _issues.Add($"{name}: {reason}");
    }

    private IEnumerable<string> Items(string name, JsonElement array)
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
            _issues.Add($"{name}: {dropped} items that are no text dropped");
        }

        return items;
    }

    private string Bound(string name, string text, int max)
    {
        var clean = TextCleaner.Block(text);
        if (Placeholders.Contains(clean.TrimEnd('.')))
        {
            return "";
        }

        if (clean.Length > max)
        {
            _issues.Add($"{name}: cut to {max} characters");
        }

        return TextCleaner.Cut(clean, max);
    }
}
