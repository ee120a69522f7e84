using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Where each part of a meeting is taken from, whatever a sender calls it.</summary>
public sealed class MeetingPartsTests
{
    [Theory]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-18T10:30:00Z"}""", 30.0, "10:30")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-18T10:00:00Z"}""", null, "10:00")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-25T10:00:00Z"}""", 10080.0, "10:00")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","end_time":"2026-11-25T10:00:01Z"}""", null, "10:00")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":20}""", 20.0, "10:20")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_seconds":"90"}""", 1.5, "10:01")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration":"45 min"}""", 45.0, "10:45")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration":"PT1H5M"}""", 65.0, "11:05")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":"20 minutes"}""", 20.0, "10:20")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration":45}""", null, "")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration":"200 hours"}""", null, "")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":0}""", null, "")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":-5}""", null, "")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":10080}""", 10080.0, "10:00")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z","duration_minutes":10081}""", null, "")]
    [InlineData("""{"duration_minutes":20}""", 20.0, "")]
    [InlineData("""{"duration_minutes":"long","duration_seconds":60}""", 1.0, "")]
    public void Length_is_the_one_between_start_and_end_else_the_one_that_is_named(string times, double? minutes, string end)
    {
        var meeting = Read(times);

        Assert.Equal((minutes, end), (meeting.Duration?.TotalMinutes, meeting.End?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? ""));
    }

    [Theory]
    [InlineData("""{"start_time":"next Tuesday"}""", "a form that is not known")]
    [InlineData("""{"start_time":{"week":47}}""", "a form that is not known")]
    [InlineData("""{"start_time":{"dateTime":"2026-11-18T10:00:00","timeZone":"Middle Earth Standard Time"}}""", "read as UTC")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00[Middle/Earth]"}""", "read as UTC")]
    public void Start_that_is_not_certain_is_an_issue(string times, string expected) =>
        Assert.Contains(expected, Assert.Single(Read(times).Issues, issue => issue.About == MeetingPart.Start).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"start_time":null}""")]
    [InlineData("""{"start_time":"n/a"}""")]
    [InlineData("""{"start_time":"2026-11-18T10:00:00Z"}""")]
    [InlineData("""{"start_time":{"dateTime":"2026-11-18T10:00:00Z","timeZone":"Middle Earth Standard Time"}}""")]
    [InlineData("""{"start_time":{"dateTime":"2026-11-18T10:00:00","timeZone":"Romance Standard Time"}}""")]
    public void Start_that_is_certain_or_missing_is_none(string times) =>
        Assert.DoesNotContain(Read(times).Issues, issue => issue.About == MeetingPart.Start);

    [Theory]
    [InlineData("""{"attendee_emails":["rep@seller.example","pat@corp.example"]}""", "rep@seller.example|pat@corp.example")]
    [InlineData("""{"participantEmails":"rep@seller.example, pat@corp.example"}""", "rep@seller.example|pat@corp.example")]
    [InlineData("""{"participants_emails":["pat@corp.example"]}""", "pat@corp.example")]
    [InlineData("""{"calendar_invitees":["rep@seller.example",{"email":"pat@corp.example","name":"Pat Person"}]}""", "rep@seller.example|Pat Person pat@corp.example")]
    [InlineData("""{"external_attendees":[{"email":"pat@corp.example"}]}""", "pat@corp.example")]
    [InlineData("""{"contacts":[{"email":"pat@corp.example","name":"Pat Person"}]}""", "Pat Person pat@corp.example")]
    [InlineData("""{"emails":["pat@corp.example"]}""", "pat@corp.example")]
    [InlineData("""{"invitee_emails":["pat@corp.example"]}""", "pat@corp.example")]
    [InlineData("""{"participants":["Rep One","Pat Person"],"invitee_emails":["pat.person@corp.example","absent@corp.example"]}""",
        "Rep One|Pat Person pat.person@corp.example")]
    [InlineData("""{"participants":["Rep One","Pat Person"],"participant_emails":["rep@seller.example","pat.person@corp.example"]}""",
        "Rep One rep@seller.example|Pat Person pat.person@corp.example")]
    [InlineData("""{"participants":[{"name":"Rep One","email":"rep@seller.example"},{"name":"iPhone"}],"attendee_emails":["rep@seller.example","pat@corp.example"]}""",
        "Rep One rep@seller.example|iPhone|pat@corp.example")]
    [InlineData("""{"participants":[{"name":"Pat Person"},{"name":"Pat Other"}],"attendee_emails":["pat@corp.example"]}""", "Pat Person|Pat Other|pat@corp.example")]
    [InlineData("""{"participants":[{"name":"Pat Person"}],"calendar_invitees":[{"name":"Person, Pat","email":"pat@corp.example"},{"name":"Absent","email":"no@corp.example"}]}""",
        "Pat Person pat@corp.example")]
    [InlineData("""{"participants":[{"name":"Pat","email":"pat@corp.example"}],"attendee_emails":["other@corp.example"]}""", "Pat pat@corp.example")]
    [InlineData("""{"participants__name":"Rep One,Pat Person","participants__email":"rep@seller.example,pat@corp.example"}""",
        "Rep One rep@seller.example|Pat Person pat@corp.example")]
    [InlineData("""{"participants":{"name":["Rep One","Pat Person"],"email":["rep@seller.example",null]}}""", "Rep One rep@seller.example|Pat Person")]
    [InlineData("""{"participants":{"name":"One, Rep, Person, Pat","email":"rep@seller.example, pat@corp.example"}}""", "rep@seller.example|pat@corp.example")]
    [InlineData("""{"participants":[{"name":"Pat Person","email":"pat@corp.example, pp@corp.example"}]}""", "Pat Person pat@corp.example")]
    public void People_are_read_from_all_lists_of_them(string json, string expected) =>
        Assert.Equal(expected.Split('|'), Read(json).Attendees.Select(person => $"{person.Name} {person.Email}".Trim()));

    [Theory]
    [InlineData("""{"action_items":"- Send the quote\n• Call Bo"}""")]
    [InlineData("""{"action_items":"1. Send the quote\n2) Call Bo"}""")]
    [InlineData("""{"action_items":{"items":[{"text":"Send the quote"},{"text":"Call Bo"}],"total":2}}""")]
    [InlineData("""{"action_items":{"data":"[\"Send the quote\",\"Call Bo\"]"}}""")]
    [InlineData("""{"action_items":{"0":"Send the quote","1":"Call Bo"}}""")]
    public void List_is_read_however_a_service_wraps_or_marks_it(string json) =>
        Assert.Equal(["Send the quote", "Call Bo"], Read(json).ActionItems);

    [Theory]
    [InlineData("""{"action_items":["None"],"summary":"N/A"}""")]
    [InlineData("""{"action_items":"- none\n- n/a","summary":{"text":"not available"}}""")]
    [InlineData("""{"action_items":[{"text":"keine"},null,""],"summary":"-"}""")]
    public void List_and_summary_that_say_nothing_are_none(string json) => Assert.Equal((0, ""), (Read(json).ActionItems.Count, Read(json).Summary));

    [Fact]
    public void Number_of_a_single_line_is_a_part_of_it() =>
        Assert.Equal(["2. Quartal planen"], Read("""{"action_items":"2. Quartal planen"}""").ActionItems);

    [Theory]
    [InlineData("\"attended\":false")]
    [InlineData("\"attended\":\"no\"")]
    [InlineData("\"attended\":0")]
    [InlineData("\"status\":\"no_show\"")]
    [InlineData("\"attendance\":\"Absent\"")]
    [InlineData("\"user\":{\"status\":\"did not attend\"}")]
    public void Somebody_who_did_not_come_is_no_attendee(string said)
    {
        var json = $$"""{"participants":[{"name":"Bo Quill","email":"bo@quill.example",{{said}}},{"name":"Ada Quill","status":"attended"}]}""";
        Assert.Equal("Ada Quill", Assert.Single(Read(json).Attendees).Name);
    }

    [Theory]
    [InlineData("""{"summary":{"overview":"They count days."}}""", "They count days.")]
    [InlineData("""{"overview":"They count days."}""", "They count days.")]
    [InlineData("""{"summary":{"text":"","title":"They count"}}""", "They count")]
    [InlineData("""{"summary":7}""", "7")]
    [InlineData("""{"summary":["They count days.",{"text":"They pay late."}]}""", "They count days.\nThey pay late.")]
    [InlineData("""{"summary":{"summary":{"content":["They count days."]}}}""", "They count days.")]
    [InlineData("""{"summary":[]}""", "")]
    public void Summary_is_a_text_or_an_object_around_one(string json, string expected) => Assert.Equal(expected, Read(json).Summary);

    [Theory]
    [InlineData("""{"action_items":["a"," ","b"]}""", "a|b")]
    [InlineData("""{"action_items":[{"text":"a"},{"task":"b"},{"other":"c"}]}""", "a|b")]
    [InlineData("""{"action_items":"- a\n* b\n\n• c"}""", "a|b|c")]
    [InlineData("""{"summary":{"action_items":["a"]}}""", "a")]
    [InlineData("""{"action_items":[],"summary":{"action_items":["a"]}}""", "")]
    [InlineData("""{"next_steps":["a"]}""", "a")]
    [InlineData("""{"action_items":[{"text":{"value":"a"}},null,["b","c"]]}""", "a|b\nc")]
    [InlineData("""{"action_items":{"0":"a","1":{"text":"b"}}}""", "a|b")]
    [InlineData("{}", "")]
    public void List_is_of_texts_whatever_they_stand_in(string json, string expected) => Assert.Equal(expected, string.Join('|', Read(json).ActionItems));

    [Fact]
    public void Questions_and_topics_are_lists_too()
    {
        var meeting = Read("""{"key_questions":[{"question":"Why?"}],"topics":[{"topic":"Price"}]}""");
        var inSummary = Read("""{"summary":{"key_questions":["Why?"],"topics":["Price"]}}""");

        Assert.All([meeting, inSummary], one => Assert.Equal(["Why?", "Price"], one.KeyQuestions.Concat(one.Topics)));
    }

    [Theory]
    [InlineData("""{"chapter_summaries":[{"title":"One","description":"x"},{"title":"","description":""},{"heading":"","gist":"y"}]}""", "One:x|:y")]
    [InlineData("""{"chapters":[" One ",""]}""", "One:")]
    [InlineData("""{"summary":{"chapter_summaries":[{"title":"One"}]}}""", "One:")]
    public void Chapters_have_a_title_or_a_description(string json, string expected) => Assert.Equal(
        expected, string.Join('|', Read(json).Chapters.Select(chapter => $"{chapter.Title}:{chapter.Description}")));

    [Theory]
    [InlineData("""[{"name":"Ann Lee","email":"Ann@Lee.example"}]""", "Ann Lee <ann@lee.example>")]
    [InlineData("""[{"first_name":"Ann","last_name":"Lee"}]""", "Ann Lee <>")]
    [InlineData("""[{"name":"Ann Lee","attended":false},{"name":"Bo","joined":"no"},{"name":"Cy","present":"0"},{"name":"Di","attended":true}]""", "Di <>")]
    [InlineData("""[{"name":"Ann Lee <ann@lee.example>"}]""", "Ann Lee <ann@lee.example>")]
    [InlineData("""[{"name":"Ann @ Lee","email":"ann@lee.example"}]""", "Ann @ Lee <ann@lee.example>")]
    [InlineData("""["Ann Lee <ann@lee.example>","bo@lee.example","Cy","",7]""", "Ann Lee <ann@lee.example>| <bo@lee.example>|Cy <>")]
    [InlineData("""[{"name":"null","email":"ann@lee.example"},{"name":"","email":"no address"}]""", " <ann@lee.example>")]
    [InlineData("\"Ann Lee <ann@lee.example>, bo@lee.example; Cy\"", "Ann Lee <ann@lee.example>| <bo@lee.example>|Cy <>")]
    [InlineData("\"name: Ann Lee\\nemail: ann@lee.example\\n\\nname: Bo\"", "Ann Lee <ann@lee.example>|Bo <>")]
    [InlineData("\"- Name : Ann Lee\\n- Name: Bo\\nEmail: bo@lee.example\\nEmail: cy@lee.example\"", "Ann Lee <>|Bo <bo@lee.example>| <cy@lee.example>")]
    [InlineData("\"name:\\nemail:\"", "")]
    [InlineData("\"Ann > Lee <\"", "Ann > Lee < <>")]
    [InlineData("\"\\\"Lee, Ann\\\" <ann@lee.example>, Bob <bob@ray.example>\"", "Lee, Ann <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("\"Lee, Ann <ann@lee.example>; Ray, Bob <bob@ray.example>\"", "Lee, Ann <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("\"name: Ann Lee, email: ann@lee.example\\nname: Bob; email: None\"", "Ann Lee <ann@lee.example>|Bob <>")]
    [InlineData("""["\"Lee, Ann\" <ann@lee.example>","Lee, Bob","ann@lee.example (Ann Lee)"]""", "Lee, Ann <ann@lee.example>|Lee, Bob <>|Ann Lee <ann@lee.example>")]
    [InlineData("""[{"name":"Ann Lee","email":["ann@lee.example","ann@home.example"]},{"name":"Bo","emails":[{"value":"bo@lee.example"}]}]""", "Ann Lee <ann@lee.example>|Bo <bo@lee.example>")]
    [InlineData("""[{"name":"Ann Lee","email":{"address":"ann@lee.example"}},{"emailAddress":{"name":"Bo","address":"bo@lee.example"}}]""", "Ann Lee <ann@lee.example>|Bo <bo@lee.example>")]
    [InlineData("""[{"user":{"name":"Ann Lee","email":"ann@lee.example"},"attended":true},{"person":{"first_name":"Bo"}}]""", "Ann Lee <ann@lee.example>|Bo <>")]
    [InlineData("""[{"email":"Ann Lee <ann@lee.example>"},{"name":"Bo","email":"'bo@lee.example'"},{"name":"Cy","email":"mailto:cy@lee.example"}]""", "Ann Lee <ann@lee.example>|Bo <bo@lee.example>|Cy <cy@lee.example>")]
    [InlineData("""{"ann@lee.example":{"name":"Ann Lee"},"bo@lee.example":"Bo","cy@lee.example":null,"di@lee.example":{"attended":false}}""", "Ann Lee <ann@lee.example>|Bo <bo@lee.example>| <cy@lee.example>")]
    [InlineData("""{"0":{"name":"Ann Lee"},"1":{"name":"Bo"}}""", "Ann Lee <>|Bo <>")]
    public void People_are_read_from_whatever_names_them(string participants, string expected) => Assert.Equal(
        expected,
        string.Join('|', Read($$"""{"participants":{{participants}}}""").Attendees.Select(person => $"{person.Name} <{person.Email}>")));

    [Theory]
    [InlineData("participants")]
    [InlineData("attendees")]
    [InlineData("people")]
    [InlineData("guests")]
    [InlineData("members")]
    [InlineData("users")]
    [InlineData("parties")]
    [InlineData("speakers")]
    [InlineData("meetingAttendees")]
    public void People_are_read_whatever_their_list_is_called(string name) => Assert.Equal(
        "Ann Lee <ann@lee.example>|Rep One <rep@team.example>",
        string.Join('|', Read($$"""{"invitees":[],"{{name}}":[{"name":"Ann Lee","email":"ann@lee.example"},{"name":"Rep One","email":"rep@team.example"}]}""")
            .Attendees.Select(person => $"{person.Name} <{person.Email}>")));

    [Theory]
    [InlineData("""{"speakers":["Speaker 1","Ann Lee"]}""", "Ann Lee")]
    [InlineData("""{"speakers":2}""", "")]
    [InlineData("""{"participants":[{"name":"Ann Lee"}],"speakers":[{"name":"Bob Ray"}]}""", "Ann Lee")]
    [InlineData("""{"transcript":{"speakers":[{"name":"Bob Ray"}],"speaker_blocks":[{"speaker":{"name":"Bob Ray"},"words":"Yes."}]}}""", "")]
    public void Speakers_are_people_where_they_are_named_and_no_other_list_is(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(json).Attendees.Select(person => person.Name)));

    [Theory]
    [InlineData("transcript")]
    [InlineData("utterances")]
    [InlineData("transcript_text")]
    [InlineData("transcriptText")]
    [InlineData("transcripts")]
    [InlineData("transcript_segments")]
    [InlineData("monologues")]
    [InlineData("Speaker Blocks")]
    [InlineData("sentences")]
    [InlineData("dialogue")]
    [InlineData("captions")]
    [InlineData("callTranscript")]
    [InlineData("vtt")]
    public void Transcript_is_read_whatever_it_is_called(string name)
    {
        foreach (var value in new[]
        {
            """[{"speaker":"Ann Lee","text":"We count days."},{"speaker":"Rep One","text":"How many?"}]""",
            "\"Ann Lee: We count days.\\nRep One: How many?\"",
            """{"speaker_blocks":[{"speaker":{"name":"Ann Lee"},"words":"We count days."},{"speaker":{"name":"Rep One"},"words":"How many?"}]}""",
        })
        {
            var empty = name == "transcript" ? "" : "\"transcript\":\"\",";
            foreach (var before in new[] { "", empty, "\"turns\":12,", "\"transcription\":[]," })
            {
                var meeting = Read($$"""{{{before}}"{{name}}":{{value}}}""");

                Assert.Equal("Ann Lee: We count days.|Rep One: How many?", string.Join('|', meeting.Transcript.Select(turn => $"{turn.Speaker}: {turn.Text}")));
                Assert.Empty(meeting.Issues);
            }
        }
    }

    [Theory]
    [InlineData("""{"transcript":"We count days.","utterances":[{"speaker":"Ann Lee","text":"We count days."}]}""", "Ann Lee: We count days.")]
    [InlineData("""{"transcript":"Ann Lee: One.\nRep One: Two.","utterances":[{"speaker":"A","text":"One."}]}""", "Ann Lee: One.|Rep One: Two.")]
    [InlineData("""{"transcript":"We count days.","segments":"days"}""", ": We count days.")]
    [InlineData("""{"utterances":[{"speaker":"A","text":"One."},{"speaker":"B","text":"Two."}],"speakers":[{"id":"A","name":"Ann Lee"},{"id":"B","name":"Rep One"}]}""", "Ann Lee: One.|Rep One: Two.")]
    [InlineData("""{"transcript":[{"speaker_id":7,"text":"One."}],"participants":[{"id":7,"name":"Ann Lee"}]}""", "Ann Lee: One.")]
    public void Transcript_that_says_who_spoke_is_taken_before_others(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(json).Transcript.Select(turn => $"{turn.Speaker}: {turn.Text}")));

    [Theory]
    [InlineData("""{"owner":{"name":"Rep One"}}""", "Rep One")]
    [InlineData("""{"recorded_by":"Rep One"}""", "Rep One")]
    [InlineData("""{"owner":7}""", null)]
    [InlineData("{}", null)]
    public void Owner_is_one_person(string json, string? expected) => Assert.Equal(expected, Read(json).Owner?.Name);

    [Fact]
    public void Meeting_that_would_end_beyond_the_calendar_has_no_end() =>
        Assert.Null(Read("""{"start_time":"9999-12-31T23:59:00Z","duration_minutes":60}""").End);

    [Fact]
    public void Speakers_are_named_once_with_the_remark_behind_their_names()
    {
        var route = Assert.IsType<LeadRoute.Candidates>(Reading("""
            {"start_time":"2026-11-18T10:00:00Z","owner":{"name":"Rep One","email":"rep@team.example"},
             "participants":[{"name":"Ann Lee","email":"ann@lee.example"},{"name":"","email":"bo@lee.example"}],
             "transcript":{"speaker_blocks":[
               {"speaker":{"name":"Ann Lee"},"words":"We count days."},{"speaker":{"name":"Rep One"},"words":"How many?"},
               {"speaker":{"name":"Ann Lee"},"words":"Nine."}]}}
            """).Route);

        Assert.Equal(["Ann Lee", "Rep One"], route.Speakers);
        Assert.Equal(("Ann Lee", "Rep One", "", ""),
            (route.NameOf("ann@lee.example"), route.NameOf("rep@team.example"), route.NameOf("bo@lee.example"), route.NameOf("cy@lee.example")));
        Assert.Equal("10:00", route.At?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_000)]
    public void First_thousand_people_are_looked_at(int count, int expected)
    {
        var people = Enumerable.Range(0, count).Select(number => new MeetingAttendee($"Person {number}", null)).ToList();
        var route = new LeadRoute.Candidates { People = people, Speakers = [.. people.Select(person => person.Name)] };

        Assert.Equal((expected, expected), (route.People.Count, route.Speakers.Count));
        Assert.Equal(count == expected, ReferenceEquals(people, route.People));
    }

    private static Meeting Read(string json) => Reading(json).Meeting()!;

    private static WebhookReading Reading(string json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        report["session_id"] = "S1";
        report["trigger"] = "meeting_end";
        return new ReadAiSource(new ReadAiOptions { MinDuration = TimeSpan.Zero }).Read(Encoding.UTF8.GetBytes(report.ToJsonString()), Readings.ReceivedAt);
    }
}
