using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Advice may suggest what it likes, but it states no number, date, company or person that no answer and no proven value has:
/// such a
/// sentence is left out.</summary>
internal sealed class AdviceCheck
{
    private readonly Passage passage;

    /// <param name="form">The form.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="values">What was proven.</param>
    public AdviceCheck(Form form, AnswerPassages answers, LeadValues values)
    {
        string[] facts =
        [
            form.Name, form.FirstName, form.LastName, form.Title, form.TimeZone, MailDomains.Of(form.Email), .. form.Tracking.Values,
            .. form.Guests.Select(MailDomains.Of), .. values.Where(value => value.Value.IsWritable).Select(value => value.Value.Text),
        ];
        var known = new ReadText(string.Join('\n', facts), answers.Language);
        ReadText[] texts = [.. answers.Texts];
        passage = new Passage(known, texts, answers.NamesSaid.With(known)) { Day = DateOnly.FromDateTime(form.At.UtcDateTime) };
    }

    /// <summary>The advice without the sentences that state something that nobody said.</summary>
    public string Proven(LeadField field, string advice, FieldText report)
    {
        var dropped = 0;
        List<string> lines = [];
        var names = passage.Names.With(new ReadText(advice, LanguageWords.All[0]));
        foreach (var line in advice.Split('\n'))
        {
            string[] sentences = [.. Sentences.Split(line)];
            string[] kept = [.. sentences.Where(sentence => IsProven(new ReadText(sentence, LanguageWords.All[0]), names))];
            dropped += sentences.Length - kept.Length;
            if (kept.Length == sentences.Length)
            {
                lines.Add(line);
            }
            else if (kept.Length > 0)
            {
                lines.Add(string.Join(' ', kept));
            }
        }

        if (dropped > 0)
        {
            report.Report(field.Name, $"{Counted.Of(dropped, "sentence")} with what no answer says dropped");
        }

        return string.Join('\n', lines).Trim();
    }

    private bool IsProven(ReadText sentence, NameIndex names) =>
        NumberCheck.Holds(sentence, passage)
        && ClaimNames.In(sentence, names).Where(name => name.IsSure).All(name => passage.HasToken(token =>
        token.Text == name.Token.Text));
}
