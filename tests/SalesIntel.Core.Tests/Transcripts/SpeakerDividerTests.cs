using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>A dash, a bar or a tab between a speaker and the words, or parentheses around the speaker: read where it is clear that these are speakers, and only there.</summary>
public sealed class SpeakerDividerTests
{
    private static readonly (string Speaker, int Seconds, string Words)[] Said =
    [
        ("Ann Lee", 0, "Thanks for joining, how do reviews work today?"),
        ("Bob Ray", 10, "We lose twelve hours a week – the covers go back and forth."),
        ("Ann Lee", 75, "Who signs for a tool like this?"),
        ("Bob Ray", 90, "Our CFO does."),
    ];

    [Theory]
    [InlineData("{n} – {w}")]
    [InlineData("{n} — {w}")]
    [InlineData("{n} - {w}")]
    [InlineData("{n} | {w}")]
    [InlineData("  {n}  |  {w}\n")]
    [InlineData("{n}\t–\t{w}")]
    [InlineData("{n} (Acme) – {w}")]
    [InlineData("{n} ‒ {w}")]
    [InlineData("{n} ― {w}")]
    [InlineData("{n} − {w}")]
    [InlineData("{n}\t{w}")]
    [InlineData("{n}\t\t{w}\n")]
    [InlineData("{n} (Acme)\t{w}")]
    [InlineData("({n}) {w}")]
    [InlineData("({n})\t{w}\n")]
    [InlineData("({n} (Acme)) {w}")]
    public void Speakers_are_recognized(string form)
    {
        var transcript = Transcript.Parse(Write(form), Turns.Start);

        Assert.Equal(string.Join('\n', Said.Select(turn => $"{turn.Speaker}: {turn.Words}")), Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [InlineData("{t} {n} – {w}")]
    [InlineData("{t} {n} | {w}")]
    [InlineData("{t} – {n} – {w}")]
    [InlineData("{t} | {n} | {w}")]
    [InlineData("[{t}] {n} – {w}")]
    [InlineData("({t}) {n} | {w}")]
    [InlineData("{n} {t} – {w}")]
    [InlineData("{n} {t} | {w}")]
    [InlineData("{n} ({t}) – {w}")]
    [InlineData("{n} [{t}] | {w}")]
    [InlineData("{n} | {t} | {w}")]
    [InlineData("{n} – {t} – {w}")]
    [InlineData("{n} - {t} - {w}")]
    [InlineData("{n} – [{t}] {w}")]
    [InlineData("{t} ‒ {n} ‒ {w}")]
    [InlineData("{n}\t{t}\t{w}")]
    [InlineData("[{t}] ({n}) {w}")]
    public void Speakers_and_times_are_recognized(string form)
    {
        var transcript = Transcript.Parse(Write(form), Turns.Start);

        Assert.Equal(string.Join('\n', Said.Select(turn => $"{turn.Speaker}@{turn.Seconds}: {turn.Words}")), Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [InlineData("Ann – How is it today?\nBob – It is slow.\nand it is dear.\nAnn – Who signs for it?\nBob – Our CFO does.", "Ann|Bob|Ann|Bob")]
    [InlineData("Speaker 1 – How is it today?\nSpeaker 2 – It is slow.\nSpeaker 1 – Who signs for it?\nSpeaker 2 – Yes.", "Speaker 1|Speaker 2|Speaker 1|Speaker 2")]
    [InlineData(
        "Ann – How is it today?\nBob – It is slow.\nAnn – Who signs for it?\nBob – Our CFO does.\nAnn – And who else?\nCarl Poe – I do as well.\nBob – He does too.",
        "Ann|Bob|Ann|Bob|Ann|Carl Poe|Bob")]
    [InlineData("Анна Ли – Как это работает?\nИван Рой – Это очень медленно.\nАнна Ли – Кто это подпишет?\nИван Рой – Наш директор.", "Анна Ли|Иван Рой|Анна Ли|Иван Рой")]
    public void Speakers_are_recognized_by_the_whole_text(string text, string speakers) =>
        Assert.Equal(speakers, Turns.Speakers(Transcript.Parse(text)));

    [Theory]
    [InlineData("We met – as always – on Monday.\nWe met – as always – on Tuesday.\nThey came – as always – too late.\nWe left – as always – at noon.")]
    [InlineData("Monday – We met the team.\nThey left – it was late.\nTuesday – We met again, and more.\nThey came – it was early.")]
    [InlineData("- Ann – Send the quote today.\n- Bob – Call the legal team.\n- Ann – Book a room for it.\n- Bob – Ask the CFO again.")]
    [InlineData("• Ann – Send the quote today.\n• Bob – Call the legal team.\n• Ann – Book a room for it.\n• Bob – Ask the CFO again.")]
    [InlineData("1. Ann – Send the quote today.\n2. Bob – Call the legal team.\n3. Ann – Book a room for it.\n4. Bob – Ask the CFO again.")]
    [InlineData("1) Ann | Send the quote today.\n2) Bob | Call the legal team.\n3) Ann | Book a room for it.\n4) Bob | Ask the CFO again.")]
    [InlineData("Basic | 10 EUR a month.\nTeam | 20 EUR a month.\nBasic | 100 EUR a year.\nTeam | 200 EUR a year.")]
    [InlineData("Basic – 10 EUR\nTeam – 20 EUR\nBasic – 100 EUR\nTeam – 200 EUR")]
    [InlineData("| Ann Lee | Sends the quote today. |\n| Bob Ray | Calls the legal team. |\n| Ann Lee | Books a room for it. |\n| Bob Ray | Asks the CFO again. |")]
    [InlineData("Name | Role\nAnn Lee | Head of Sales\nBob Ray | Chief Financial Officer\nCarl Poe | Head of Purchasing")]
    [InlineData("Ann Lee – Head of Sales in Berlin.\nBob Ray – Chief Financial Officer there.\nCarl Poe – Head of all Purchasing.\nDan Fox – Head of the Studio.")]
    [InlineData("Ann – send the quote today.\nBob – call the legal team.\nAnn – book a room for it.\nBob – ask the CFO again.")]
    [InlineData("Ann – Send the quote today.\nAnn – Book a room for it.\nBob – Call the legal team.\nBob – Ask the CFO again.")]
    [InlineData("Ann Lee\tAcme\tCFO\nBob Ray\tBirch\tCEO\nAnn Lee\tAcme\tCFO\nBob Ray\tBirch\tCEO")]
    [InlineData("Name\tRole\nAnn Lee\tbuyer\nBob Ray\tseller\nAnn Lee\tsponsor\nBob Ray\thost")]
    [InlineData("(Laughs) That is how it is.\n(Pause) We go on with it.\n(Laughs) It is so.\n(Pause) And on.")]
    [InlineData("(Ann Lee) How is it today?\n(Bob Ray) It is slow.")]
    [InlineData("10:00 Ann – Welcome\n10:10 Bob – Demo\n10:30 Ann – Pricing\n11:00 Bob – Questions")]
    [InlineData("Budget – The budget is fixed.\nTimeline – The timeline is open.\nBudget – Their budget is small.\nTimeline – Any timeline will do.")]
    [InlineData("Problem – The proofs are slow.\nSolution – We make them fast.\nProblem – The covers are dear.\nSolution – We make them cheap.")]
    [InlineData("Ann – How is it today?\nBob – It is slow.")]
    [InlineData("Ann – How is it today?\nThey wait for days.\nBob – It is slow.\nThen they wait again.\nAnn – Who signs for it?\nAnd again.\nBob – Our CFO does.")]
    [InlineData("Ann – It is slow today.\nCarl – It is dear.\nDan – It is late again.\nEve – Nobody knows why.\nFay – We all do know.\nAnn – It is so.")]
    [InlineData("Ann-Lee is here.\nBob-Ray is there too.\nAnn-Lee is gone again.\nBob-Ray stays with us.")]
    [InlineData("– Yes, – she said – it is so.\n– No, – he said – it is not.\n– Yes, – she said – it is.\n– No, – he said – never.")]
    public void Prose_lists_and_tables_are_read_as_they_are(string text)
    {
        var transcript = Transcript.Parse(text, Turns.Start);

        Assert.All(transcript.Turns, turn => Assert.Equal("", turn.Speaker));
        Assert.StartsWith("No speakers were recognised", transcript.Issues[^1], StringComparison.Ordinal);
    }

    private static string Write(string form) => string.Join('\n', Said.Select(turn => form
        .Replace("{n}", turn.Speaker, StringComparison.Ordinal)
        .Replace("{w}", turn.Words, StringComparison.Ordinal)
        .Replace("{t}", $"{TimeSpan.FromSeconds(turn.Seconds):mm\\:ss}", StringComparison.Ordinal)));
}
