using System.Runtime.CompilerServices;

namespace SalesIntel.Zoho.Client;

/// <summary>Criteria of a search, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html. What is interpolated becomes a value:
/// parentheses, commas and a backslash at its end are escaped. At most 15 conditions and 3,000 characters.</summary>
/// <example><code>ZohoSearch.Where($"((Last_Name:equals:{name})and(City:starts_with:{city}))")</code></example>
[InterpolatedStringHandler]
public sealed class ZohoCriteria
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public ZohoCriteria(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Called by the compiler.</summary>
    /// <exception cref="ArgumentException">The value can't be searched for.</exception>
    public void AppendFormatted<T>(T value) => _text.Append(Escape(value switch
    {
        string text when IsAmbiguous(text) =>
            throw new ArgumentException("Text with a backslash before a parenthesis or a comma can't be searched for safely."),
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => TimeText.WithOffset(at),
        DateOnly day => TimeText.Day(day),
        _ => PlainNumber.Of(value) ?? throw new ArgumentException("A search compares with text, a number, a DateOnly or a DateTimeOffset."),
    }));

    /// <summary>Called by the compiler.</summary>
    /// <exception cref="ArgumentException">The format is not <c>field</c>, or the value is no name of a field.</exception>
    public void AppendFormatted(string value, string format) => _text.Append(format == "field"
        ? ApiPath.Field(value)
        : throw new ArgumentException("The only format of criteria is 'field', for the API name of a field.", nameof(format)));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    // A server could take the two backslashes that it would get for one, and what follows for the end of the value.
    private static bool IsAmbiguous(string text) => text.Index().Any(c => c.Index > 0 && c.Item is '(' or ')' or ',' && text[c.Index - 1] == '\\');

    /// <summary>Zoho's escape: parentheses, commas and a backslash at the end.</summary>
    internal static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 4);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '(' or ')' or ',' || (value[i] == '\\' && i == value.Length - 1))
            {
                escaped.Append('\\');
            }

            escaped.Append(value[i]);
        }

        return escaped.ToString();
    }
}
