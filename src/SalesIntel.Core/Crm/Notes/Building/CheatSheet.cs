using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What to say and what to ask before a demo: the cheat sheet, which is advice, and what is still unknown, as questions.</summary>
internal sealed class CheatSheet
{
    private const int MostAsked = 400;
    private const int LongestQuestion = 160;
    private const int LeastOfSheet = 200;

    private readonly string sheet;
    private readonly IReadOnlyList<string> questions;
    private readonly IReadOnlyList<string> asked;
    private bool isWhole = true;

    /// <param name="values">What was read.</param>
    /// <param name="catalog">The fields in force.</param>
    /// <param name="gaps">Questions that close what is known to be open.</param>
    public CheatSheet(LeadValues values, FieldCatalog catalog, IEnumerable<string> gaps)
    {
        var advised = catalog.Find(LeadFields.DiscoveryQuestions.Name) is { } advice ? NoteText.Lines(values[advice].Text) : [];
        questions = [.. gaps.Concat(advised).Distinct(StringComparer.OrdinalIgnoreCase)];
        asked = [.. Fitting(questions)];
        string[] told = asked.SequenceEqual(questions) ? [.. questions, .. NoteText.Lines(values[LeadFields.QualificationGaps].Text)] : [];
        sheet = catalog.Find(LeadFields.CheatSheet.Name) is { } field ? string.Join('\n', Without(told, NoteText.Lines(values[field].Text))) : "";
        Told = told.Length == 0 ? [] : [LeadFields.DiscoveryQuestions, LeadFields.QualificationGaps];
    }

    /// <summary>The fields that the questions tell whole: nowhere else in the note do they tell more.</summary>
    public IReadOnlyList<LeadField> Told { get; }

    /// <summary>Adds both to the head; of a long cheat sheet its beginning, as far as the head has room.</summary>
    public void AddTo(NoteBuilder note)
    {
        var list = NoteText.Bullets(asked);
        var room = Math.Max(LeastOfSheet, NoteBuilder.HeadLength - note.Length - list.Length - 60);
        var begin = sheet.Length <= room ? sheet : TextCleaner.Shorten(sheet, room);
        note.Add(NotePart.Head, $"{LeadFields.CheatSheet.Label} (advice)", NoteText.Indented(begin)).Add(NotePart.Head, "Ask", list);
        isWhole = begin.Length == sheet.Length;
    }

    /// <summary>Adds the cheat sheet whole where the head had no room for it.</summary>
    public void AddRestTo(NoteBuilder note) =>
        note.Add(NotePart.Core, $"{LeadFields.CheatSheet.Label} (advice), whole", isWhole ? "" : NoteText.Indented(sheet));

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
