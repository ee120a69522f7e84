namespace SalesIntel.Consumer.Parts;

/// <summary>Webhook bodies.</summary>
internal static class Bodies
{
    public const string Booking = """
        {"event":"invitee.created","created_at":"2026-11-20T09:00:00.000000Z","payload":{
          "uri":"https://api.calendly.com/scheduled_events/E1/invitees/I1","email":"ada@quill.example","name":"Ada Quill",
          "timezone":"Europe/Stockholm","created_at":"2026-11-20T09:00:00.000000Z","updated_at":"2026-11-20T09:00:00.000000Z",
          "scheduled_event":{"uri":"https://api.calendly.com/scheduled_events/E1","name":"Product demo",
            "start_time":"2026-11-24T10:00:00.000000Z","end_time":"2026-11-24T10:30:00.000000Z"},
          "questions_and_answers":[
            {"question":"Company","answer":"Quill Print","position":0},
            {"question":"How many proofs do you review a month?","answer":"About 40 proofs a month","position":1}]}}
        """;

    public const string Meeting = """
        {"trigger":"meeting_end","session_id":"01OWN","title":"Demo","start_time":"2026-11-24T10:00:00Z","end_time":"2026-11-24T10:30:00Z",
         "participants":[{"name":"Ada Quill","email":"ada@quill.example"},{"name":"Rep One","email":"rep@seller.example"}],
         "summary":"A demo.","transcript":{"speaker_blocks":[
           {"speaker":{"name":"Rep One"},"words":"What is the hardest part of this for your team today?","start_time":"1764064800000"},
           {"speaker":{"name":"Ada Quill"},"words":"Our biggest challenge is that reprints cost us nine thousand euros every quarter.","start_time":"1764064810000"}]}}
        """;
}
