using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What to say and what to ask before a demo: the cheat sheet, which is advice, and what is still unknown, as questions.</summary>
internal static class CheatSheet
{
    private const int MostAsked = 400;
    private const int LongestQuestion = 160;
    private const int LeastOfSheet = 200;

    /// <summary>Adds both to the head, of a long cheat sheet its beginning, as far as the head has room; then what was read, and the cheat sheet whole where
    /// there was no room for it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="values">What was read.</param>
    /// <param name="catalog">The fields in force.</param>
    /// <param name="gaps">Questions that close what is known to be open.</param>
    /// <param name="readBy">Who read it.</param>
    public static void AddTo(NoteBuilder note, LeadValues values, FieldCatalog catalog, IEnumerable<string> gaps, ExtractionMethod readBy)
    {
        var advised = catalog.Find(LeadFields.DiscoveryQuestions.Name) is { } advice ? NoteText.Lines(values[advice].Text) : [];
        string[] questions = [.. gaps.Concat(advised).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] asked = [.. Fitting(questions)];

        // Where the questions have room, what is open stands nowhere else in the note.
        string[] told = asked.SequenceEqual(questions) ? [.. questions, .. NoteText.Lines(values[LeadFields.QualificationGaps].Text)] : [];
        var sheet = catalog.Find(LeadFields.CheatSheet.Name) is { } field ? string.Join('\n', Without(told, NoteText.Lines(values[field].Text))) : "";
        string[] fieldsTold = told.Length == 0 ? [] : [LeadFields.DiscoveryQuestions.Name, LeadFields.QualificationGaps.Name];

        var list = NoteText.Bullets(asked);
        var room = Math.Max(LeastOfSheet, NoteBuilder.HeadLength - note.Length - list.Length - 60);
        var begin = sheet.Length <= room ? sheet : TextCleaner.Shorten(sheet, room);
        var heading = $"{LeadFields.CheatSheet.Label} (advice)";
        note.Add(NotePart.Head, heading, NoteText.Indented(begin))
            .Add(NotePart.Head, "Ask", list)
            .Add(
                NotePart.Core,
                ReadBy.Heading("Lead intel", readBy),
                IntelText.ForNote(values, catalog.Intel.Where(read => !fieldsTold.Contains(read.Name))))
            .Add(NotePart.Core, heading + ", whole", begin.Length == sheet.Length ? "" : NoteText.Indented(sheet));
    }

    // What is asked below the sheet is not asked in it, and a label that has nothing left goes with it.
    private static IEnumerable<string> Without(string[] told, IReadOnlyList<string> lines)
    {
        string[] left = [.. lines.Where(line => !Array.Exists(told, text => line.EndsWith(text, StringComparison.OrdinalIgnoreCase)))];
        return left.Where((line, i) => !line.EndsWith(':') || (i + 1 < left.Length && left[i + 1].StartsWith('-')));
    }

    // The first ones, so that even many leave room for the sheet.
    private static IEnumerable<string> Fitting(IEnumerable<string> questions)
    {
        var left = MostAsked;
        foreach (var question in questions.Select(text => NoteText.Short(text, LongestQuestion)))
        {
            left -= question.Length + 3;
            if (left < 0)
            {
                yield break;
            }

            yield return question;
        }
    }
}
