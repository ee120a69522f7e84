using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>
/// Search criteria such as <c>((Email:equals:a)or(Email:equals:b))</c>. As on the real server, <c>equals</c> on a text means
/// "contains", and the characters that are no letters or digits are fuzzy: - finds _.
/// </summary>
internal sealed class SearchCriteria
{
    private const int MaxConditions = 15;

    private readonly string _text;
    private int _at;
    private int _conditions;

    private SearchCriteria(string text) => _text = text;

    /// <returns>The condition, or <see langword="null"/> when the text is not valid.</returns>
    public static Func<JsonObject, bool>? Parse(string text)
    {
        var parser = new SearchCriteria(text.Trim());
        var condition = parser._text.StartsWith('(') ? parser.Sequence() : parser.Condition();
        return condition is not null && parser._at == parser._text.Length && parser._conditions <= MaxConditions ? condition : null;
    }

    /// <returns>Whether a value contains one of the texts.</returns>
    public static Func<string?, bool> ContainsAny(params string[] wanted)
    {
        // A list of a hundred addresses is looked for in each lead.
        var texts = SearchValues.Create([.. wanted.Select(Blur)], StringComparison.OrdinalIgnoreCase);
        return value => value is not null && Blur(value).AsSpan().ContainsAny(texts);
    }

    private static string Blur(string text) => text.Replace('_', '-');

    // One or more groups in brackets, joined by and/or from left to right.
    private Func<JsonObject, bool>? Sequence()
    {
        var left = Group();
        while (left is not null)
        {
            var isAnd = Skip("and");
            if (!isAnd && !Skip("or"))
            {
                return left;
            }

            if (Group() is not { } right)
            {
                return null;
            }

            var first = left;
            left = isAnd ? fields => first(fields) && right(fields) : fields => first(fields) || right(fields);
        }

        return null;
    }

    private Func<JsonObject, bool>? Group()
    {
        if (!Skip("("))
        {
            return null;
        }

        var inner = _at < _text.Length && _text[_at] == '(' ? Sequence() : Condition();
        return inner is not null && Skip(")") ? inner : null;
    }

    private Func<JsonObject, bool>? Condition()
    {
        _conditions++;
        var field = Word(':');
        if (!Skip(":"))
        {
            return null;
        }

        var name = Word(':');
        if (!Skip(":"))
        {
            return null;
        }

        var value = Word(')');
        if (FieldCatalog.Find(field) is not { } definition || value.Length == 0)
        {
            return null;
        }

        var isPicklist = definition.Picklist.Count > 0;
        Func<JsonObject, bool> In(params string[] wanted)
        {
            var contains = ContainsAny(wanted);
            return fields => contains(fields[field]?.ToString());
        }

        return name switch
        {
            "equals" when isPicklist => fields => Wire.Text(fields[field]) == value,
            "equals" => In(value),
            "starts_with" => fields => Wire.Text(fields[field])?.StartsWith(value, StringComparison.OrdinalIgnoreCase) == true,
            "in" => In(value.Split(',')),
            "not_equal" => fields => !string.Equals(fields[field]?.ToString(), value, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
    }

    private string Word(char end)
    {
        var word = new StringBuilder();
        while (_at < _text.Length && _text[_at] != end)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
            }
            else if (_text[_at] is '(' or ')')
            {
                break;
            }

            word.Append(_text[_at++]);
        }

        return word.ToString();
    }

    private bool Skip(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }
}
