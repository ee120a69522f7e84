using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>A note whose title or text Zoho has refused, in a form that it may take: shorter, or without pictures. Its marker stays.</summary>
internal static class RefusedNote
{
    /// <summary>Another form of the note; null when there is none that is different.</summary>
    public static ZohoNote? Helped(ZohoNote note, string marker, IReadOnlyList<ZohoProblem> problems)
    {
        var helped = note;
        foreach (var problem in problems)
        {
            helped = problem switch
            {
                { Code: "INVALID_DATA" or RecordCodes.LimitExceeded, Field: "Note_Title" } when helped.Title is { } title =>
                    helped with { Title = Title(title, problem.MaximumLength, helped.Content) },
                { Code: "INVALID_DATA" or RecordCodes.LimitExceeded, Field: "Note_Content" } when helped.Content is { } content => helped with
                {
                    Content = problem.MaximumLength is { } max && max > marker.Length
                        ? CountedText.Shorter(content, max, (text, most) => MarkedText.Shorten(text, marker, most)) ?? content
                        : PlainText.Of(content),
                },
                _ => helped,
            };
        }

        return helped == note ? null : helped;
    }

    // A note needs one of the two, and its marker is in the text.
    private static string? Title(string title, int? longest, string? content)
    {
        var other = longest is > 0 and var max ? CountedText.Shorter(title, max, TextCleaner.Shorten) : PlainText.Of(title);
        return other is { Length: > 0 } && other != title ? other
            : string.IsNullOrEmpty(content) ? title
            : null;
    }
}
