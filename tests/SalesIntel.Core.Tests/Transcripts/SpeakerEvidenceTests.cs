using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>What looks like a speaker and is none, and the other way round.</summary>
public sealed class SpeakerEvidenceTests
{
    private const string NoSpeakers = "No speakers were recognised in the transcript; it is read as one text.";

    [Theory]
    [InlineData("My point: we lose hours.")]
    [InlineData("Note: this call is recorded.")]
    [InlineData("Agenda:\n10:00 Introduction\n10:30 Demo")]
    [InlineData("https://acme.example/x\nhttp://acme.example:8080/y")]
    [InlineData("10:30: hi")]
    [InlineData("We met at 10:30.\nThen we left: it was late.")]
    [InlineData("Title: Demo\nDate: 2026-11-18\nDuration: 30 min\nSummary: They met.")]
    [InlineData("Action items:\n- Next steps: send the quote\n- Open questions: budget")]
    [InlineData("Three things matter: price, time and people.\nOne more thing: legal.")]
    [InlineData("Hinweis: das Gespräch wird aufgezeichnet.\nUnser Problem: zu viele E-Mails.")]
    [InlineData("Remarque : nous enregistrons.\nNotre problème : trop de courriels.")]
    [InlineData("Nuestro problema: demasiados correos.")]
    [InlineData("注意：这个电话会被录音。")]
    [InlineData("A long text without anyone.\nThen more of it.\nAnd more.\nAnd more.\nOnly Here: one line of nine.\nAnd more.\nAnd more.\nAnd more.\nMore.")]
    [InlineData("[Music]\n[Applause] we begin\n[inaudible]")]
    [InlineData("\"Quoted: words\" he said")]
    [InlineData("The answer is 42: always.")]
    [InlineData("{\"not json: at all")]
    [InlineData("We talked with the client. Key takeaways:\nBudget: 10k\nAuthority: CFO\nNeed: approvals\nTimeline: Q3")]
    [InlineData("Hello Ann: nice to meet you\nDear Bob: likewise\nRegards: Ann")]
    [InlineData("name: x\ncolour: y\nshape: z")]
    [InlineData("a:b\nc:d\ne:f")]
    [InlineData("Re: your mail\nFw: my mail")]
    [InlineData("C:\\temp\\file.txt\nD:\\data")]
    [InlineData("std::vector: a list")]
    [InlineData("Psalm 23:4 says so\nPsalm 23:5 too")]
    public void Sentence_with_a_colon_is_no_speaker(string text)
    {
        var transcript = Transcript.Parse(text, Turns.Start);

        Assert.Equal(text.Replace("\n", " / ", StringComparison.Ordinal), Assert.Single(transcript.Turns).Text.Replace("\n", " / ", StringComparison.Ordinal));
        Assert.Equal("", transcript.Turns[0].Speaker);
        Assert.Equal(NoSpeakers, transcript.Issues[^1]);
    }

    [Theory]
    [InlineData("Ann Lee: First.\nMy point: we lose hours.\nBob Ray: Second.\nNote: we record.\nAnn Lee: Third.\nBob Ray: Fourth.")]
    [InlineData("Ann Lee: First.\nBudget: ten thousand\nBob Ray: Second, the budget is fixed.\nAnn Lee: Third.\nBob Ray: Fourth.")]
    [InlineData("Ann Lee: First.\n\nBob Ray: Second\nPatience: a virtue.\n\nAnn Lee: Third.\n\nBob Ray: Fourth.")]
    [InlineData("Ann Lee: First.\nhttps://acme.example\nBob Ray: Second\n- Some Point: yes\nAnn Lee: Third.\nBob Ray: Fourth.")]
    [InlineData("[00:01] Ann Lee: First.\nCarl Poe: quoted\n[00:02] Bob Ray: Second\n[00:03] Ann Lee: Third.\n[00:04] Bob Ray: Fourth.")]
    [InlineData("**Ann Lee:** First.\nBottom Line: yes\n**Bob Ray:** Second\n**Ann Lee:** Third.\n**Bob Ray:** Fourth.")]
    [InlineData("Ann Lee: First.\nTen Percent: 10\nBob Ray: Second\nAnn Lee: Third.\nBob Ray: Fourth.")]
    [InlineData("Ann Lee: First.\nMeet at\n10:30\nBob Ray: Second.\nAnn Lee: Third.\nBob Ray: Fourth.")]
    public void Sentence_between_speakers_is_part_of_a_turn(string text) =>
        Assert.Equal("Ann Lee|Bob Ray|Ann Lee|Bob Ray", Turns.Speakers(Transcript.Parse(text)));

    [Theory]
    [InlineData("Ann Lee: First.\nBob Ray: Second.\nCarl Poe: Third.", "Ann Lee|Bob Ray|Carl Poe")]
    [InlineData("Ann: First.\nBob: Second.\nAnn: Third.\nCarl: Only this once.\nBob: Fourth.", "Ann|Bob|Ann|Carl|Bob")]
    [InlineData("ann: First.\nbob: Second.\nann: Third.\nbob: Fourth.", "ann|bob|ann|bob")]
    [InlineData("ann lee  0:10\nFirst.\nbob ray  0:20\nSecond.\nann lee  0:30\nThird.\nbob ray  0:40\nFourth.", "ann lee|bob ray|ann lee|bob ray")]
    [InlineData("ann lee: first\nbob ray: second\nann lee: third", "ann lee|bob ray|ann lee")]
    [InlineData("You: First.\nThem: Second.\nYou: Third.", "You|Them|You")]
    [InlineData("Me: First.\nAnn: Second.", "Me|Ann")]
    [InlineData("MR. LEE: First.\nMS. RAY: Second.\nTHE COURT: Third.\nMR. LEE: Fourth.", "MR. LEE|MS. RAY|THE COURT|MR. LEE")]
    [InlineData("Start\tEnd\tSpeaker\tText\n0:00\t0:05\tAnn Lee\tFirst.\n0:05\t0:09\tBob Ray\tSecond.", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee 00:00\nFirst.\nLet's meet at 10:30\nBob Ray 00:10\nHours. Chapter 3:16\nAnn Lee 00:20\nThird.", "Ann Lee|Bob Ray|Ann Lee")]
    [InlineData("Ann Lee:First.\nBob Ray:Second.\nAnn Lee:Third.", "Ann Lee|Bob Ray|Ann Lee")]
    [InlineData("Host: First.\nGuest: Second.\nHost: Third.\nGuest: Fourth.", "Host|Guest|Host|Guest")]
    [InlineData("Q: First?\nA: Second.\nQ: Third?\nA: Fourth.", "Q|A|Q|A")]
    [InlineData("Q (Dana Rep): First?\nA (Bob Ray): Second.\nQ (Dana Rep): Third?\nA (Bob Ray): Fourth.", "Dana Rep|Bob Ray|Dana Rep|Bob Ray")]
    [InlineData("Q [Dana]: First?\nA [Bob]: Second.\nQ [Dana]: Third?\nA [Bob]: Fourth.", "Dana|Bob|Dana|Bob")]
    [InlineData("Interviewer (Dana Rep): First?\nInterviewee (Bob Ray): Second.\nInterviewer (Dana Rep): Third?", "Dana Rep|Bob Ray|Dana Rep")]
    [InlineData("Speaker 1 (Dana Rep): First?\nSpeaker 2 (Bob Ray): Second.\nSpeaker 1 (Dana Rep): Third?", "Dana Rep|Bob Ray|Dana Rep")]
    [InlineData("Speaker 1 (Acme): First?\nSpeaker 2 (Birch): Second.\nSpeaker 1 (Acme): Third?", "Speaker 1|Speaker 2|Speaker 1")]
    [InlineData("Host (CFO): First?\nGuest (she/her): Second.\nHost (CFO): Third?\nGuest (she/her): Fourth.", "Host|Guest|Host|Guest")]
    [InlineData("Speaker 1: First.\nSpeaker 2: Second.", "Speaker 1|Speaker 2")]
    [InlineData("Speaker 1 00:10\nFirst.\nSpeaker 2 00:20\nSecond.", "Speaker 1|Speaker 2")]
    [InlineData("SPEAKER_00: First.\n[SPEAKER_01] Second.\n[Speaker:0] Third.", "SPEAKER_00|SPEAKER_01|Speaker 0")]
    [InlineData("Unknown Speaker  0:10\nFirst.\nAnn Lee  0:20\nSecond.", "Unknown Speaker|Ann Lee")]
    [InlineData("Recording started\nAnn Lee: First.\nBob Ray: Second.", "|Ann Lee|Bob Ray")]
    [InlineData("Title: Demo\nParticipants: Ann Lee, Bob Ray\n\nAnn Lee: First.\nBob Ray: Second.\nAnn Lee: Third.", "|Ann Lee|Bob Ray|Ann Lee")]
    [InlineData("+1 555-0100: First.\nann@lee.example: Second.", "+1 555-0100|ann@lee.example")]
    [InlineData("Ann Lee (Acme): First.\nAnn Lee (Birch): Second.\nAnn Lee (Host): Third.", "Ann Lee (Acme)|Ann Lee (Birch)|Ann Lee")]
    [InlineData("Ann Lee 🌟: First.\nBob's iPhone: Second.\nAnn Lee 🌟: Third.", "Ann Lee|Bob|Ann Lee")]
    [InlineData("Ann Lee  0:10\nBob Ray  0:11\nSecond.\nAnn Lee  0:12\nThird.", "Bob Ray|Ann Lee")]
    public void Speaker_is_recognized_by_the_whole_text(string text, string speakers) =>
        Assert.Equal(speakers, Turns.Speakers(Transcript.Parse(text)));

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("Jean-Luc Moreau")]
    [InlineData("J. R. R. Holm")]
    [InlineData("Ann L.")]
    [InlineData("Dr. Ann Lee")]
    [InlineData("María-José Núñez de la Cruz")]
    [InlineData("Ann van der Lee")]
    [InlineData("d'Artagnan Lee")]
    [InlineData("al-Sayed Nour")]
    [InlineData("Müller, Hans")]
    [InlineData("Ann Lee-O’Hara")]
    [InlineData("Zoë Ångström")]
    [InlineData("李明")]
    [InlineData("山田 太郎")]
    [InlineData("김민수")]
    [InlineData("Анна Ли")]
    [InlineData("Άννα Λη")]
    [InlineData("أحمد علي")]
    [InlineData("दीपक शर्मा")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("אנה לי")]
    [InlineData("Nguyễn Thị Hà")]
    [InlineData("ANN LEE")]
    [InlineData("ann.lee@corp.example")]
    [InlineData("Ann2")]
    [InlineData("He Xiaoming")]
    public void Name_in_any_script_is_a_speaker(string name)
    {
        foreach (var form in new[] { "{0}: {1}", "[{0}]: {1}", "**{0}:** {1}", "{0}  0:10\n{1}", "[0:10] {0}: {1}", "{0} (0:10): {1}" })
        {
            var text = string.Join('\n', new[] { (name, "Hi."), ("Bob Ray", "Yes."), (name, "Good."), ("Bob Ray", "Bye.") }
                .Select(turn => string.Format(null, form, turn.Item1, turn.Item2)));

            Assert.Equal($"{name}|Bob Ray|{name}|Bob Ray", Turns.Speakers(Transcript.Parse(text)));
        }
    }

    [Fact]
    public void Attendee_is_a_speaker_in_whatever_way_the_name_is_written()
    {
        const string Text = "so we begin\nann: I think so\nand more\nand more\nand more\nB. Ray: me too\nand more\nand more\nand more\nBRAY@corp.example: yes\nand more";

        Assert.Equal("|ann|B. Ray|bray@corp.example", Turns.Speakers(Transcript.Parse(Text, null, ["Ann Lee", "Bob Ray", "bray@corp.example"])));
        Assert.Equal("", Turns.Speakers(Transcript.Parse(Text)));
    }

    [Fact]
    public void Name_of_an_attendee_does_not_make_a_heading_a_speaker() =>
        Assert.Equal("Ann Price|Bob Ray", Turns.Speakers(Transcript.Parse("Ann Price: First.\nPrice: ten\nBob Ray: Second.", null, ["Ann Price", "Bob Ray"])));

    [Fact]
    public void Turns_without_a_speaker_are_an_issue() => Assert.Equal(
        "For 1 of 3 turns no speaker was recognised.",
        Assert.Single(Transcript.Parse("Recording started\nAnn Lee: First.\nBob Ray: Second.").Issues));
}
