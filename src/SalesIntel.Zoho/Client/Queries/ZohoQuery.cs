using System.Collections;
using System.Runtime.CompilerServices;

namespace SalesIntel.Zoho.Client;

/// <summary>A COQL query, https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html. What is interpolated becomes a value and never a
/// part of the query: text is quoted, dates and numbers are written as Zoho reads them, a collection becomes the list of an <c>in</c>. A name
/// that is not known before is interpolated with the format <c>field</c> and must be one.</summary>
/// <example><code>
/// client.QueryAsync($"select Last_Name, Email from Leads where Email in {emails} and {name:field} = {value}", type);
/// </code></example>
[InterpolatedStringHandler]
public sealed partial class ZohoQuery
{
    /// <summary>The values that an <c>in</c> takes.</summary>
    public const int MaxListItems = 100;

    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public ZohoQuery(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>True when the text says itself which rows it wants.</summary>
    internal bool HasLimit { get; private set; }

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        HasLimit |= Limit().IsMatch(Quoted().Replace(value, "''"));
        _text.Append(value);
    }

    /// <summary>Called by the compiler.</summary>
    /// <exception cref="ArgumentException">The value can't be written into a query.</exception>
    public void AppendFormatted<T>(T value) => _text.Append(value is IEnumerable list and not string ? List(list) : Value(value));

    /// <summary>Called by the compiler.</summary>
    /// <exception cref="ArgumentException">The format is not <c>field</c>, or the value is no name of a field or module.</exception>
    public void AppendFormatted(string value, string format) => _text.Append(format == "field"
        ? ApiPath.Field(value)
        : throw new ArgumentException("The only format of a query is 'field', for the API name of a field or module.", nameof(format)));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    // Long queries are written over several lines.
    [GeneratedRegex(@"\slimit\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    // What stands between quotes is a value, whatever words it has.
    [GeneratedRegex("'(?:[^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    private static string List(IEnumerable list)
    {
        string[] items = [.. list.Cast<object?>().Select(Value)];
        return items.Length is > 0 and <= MaxListItems
            ? $"({string.Join(", ", items)})"
            : throw new ArgumentException($"A list in a query needs 1 to {MaxListItems} values, and this one has {items.Length}.");
    }

    private static string Value(object? value) => value switch
    {
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => Quote(TimeText.WithOffset(at)),
        DateOnly day => Quote(TimeText.Day(day)),
        _ when PlainNumber.Of(value) is { } number => number,
        null => throw new ArgumentException("Null can't be compared in a query: write 'is null' or 'is not null' into its text."),
        _ => throw new ArgumentException($"A {value.GetType().Name} can't be written into a query: pass text, a number, a DateOnly, a DateTimeOffset or a list of them."),
    };

    // A quote is doubled. Should a server take a backslash for an escape, one before a quote would end the text early: such a value is refused.
    private static string Quote(string text) => text.EndsWith('\\') || text.Contains("\\'", StringComparison.Ordinal)
        ? throw new ArgumentException("Text with a backslash at its end or before a quote can't be written into a query safely.")
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
