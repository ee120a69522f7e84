namespace SalesIntel.Leads;

/// <summary>What recorders call the members of a transcript. Names are compared without case and separators: <c>speaker_name</c>,
/// <c>speakerName</c> and <c>Speaker Name</c> are one.</summary>
internal static class JsonRoles
{
    // In each list a name that stands before another wins over it where an object has both.
    private static readonly string[] Transcribed =
    [
        "speakerblocks", "turns", "utterances", "monologues", "audiosegments", "segments", "transcriptsegments", "blocks", "dialogue",
        "dialog", "captions", "cues", "subtitles", "sentences", "paragraphs", "transcript", "transcripts", "calltranscripts",
        "transcription", "transcriptions", "recognizedphrases", "phrases", "chunks", "conversation", "calltranscript", "meetingtranscript",
        "fulltranscript", "rawtranscript", "transcripttext", "transcriptcontent", "transcriptblocks", "transcriptentries",
        "transcriptlines", "transcriptsentences", "transcriptturns", "transcriptutterances", "transcriptitems", "transcriptobject",
        "utteranceinsights",
    ];

    // Of these what other parts of a report are called too.
    private static readonly string[] Shared = ["blocks", "paragraphs", "phrases", "chunks", "conversation"];

    private static readonly string[] Lists =
    [
        .. Transcribed, "entries", "lines", "messages", "results", "result", "response", "data", "payload", "meeting", "call",
        "recording", "session", "report", "rows", "values", "channels", "alternatives", "nbest", "items", "elements", "tokens", "words", "content",
        "sentence", "text", "body", "message", "utterance",
    ];

    private static readonly string[] Words =
    [
        "words", "text", "spokentext", "transcript", "sentence", "content", "utterance", "body", "message", "caption", "punctuatedtext",
        "punctuatedword", "word", "display", "value", "line", "phrase", "speech", "said", "rawtext", "fulltext", "transcripttext",
        "plaintext", "vtt", "webvtt", "srt", "transcription", "lexical", "token", "fulltranscript", "rawtranscript", "meetingtranscript",
        "calltranscript", "transcriptcontent", "transcriptvtt", "transcriptsrt",
    ];

    private static readonly string[] Speakers =
    [
        "speakername", "speakerdisplayname", "speakerfullname", "speaker", "participantname", "participant", "displayname", "fullname",
        "username", "user", "authorname", "author", "sendername", "sender", "person", "who", "name", "from", "speakerlabel", "speakerid",
        "speakertag", "speakernumber", "speakerindex", "participantid", "attendeeid", "recordingattendeeid", "userid", "spk", "participanttype",
        "role", "source", "channel", "channeltag",
    ];

    private static readonly string[] Times =
    [
        "starttime", "start", "starttimestamp", "startoffset", "startedat", "startat", "begin", "begintime", "offset", "timestamp",
        "timestamps", "ts", "time", "at", "from",
    ];

    private static readonly string[] People =
    [
        "participants", "attendees", "meetingattendees", "meetingparticipants", "callparticipants", "externalparticipants", "externalattendees",
        "people", "members", "parties", "users", "contacts", "invitees", "calendarinvitees", "meetinginvitees", "calendarattendees", "guests",
        "externalinvitees", "calendarguests", "speakers", "speakermap", "inviteeemails", "inviteesemails", "guestemails", "guestsemails",
    ];

    // Those of nothing but addresses.
    private static readonly string[] Addresses =
    [
        "participantemails", "participantsemails", "participantsemail", "participantemailaddresses", "attendeeemails", "attendeesemails",
        "attendeesemail", "attendeeemailaddresses", "externalemails", "externalparticipantemails", "externalattendeeemails", "contactemails",
        "emails", "emailaddresses",
    ];

    private static readonly (string End, double Unit)[] Units =
    [
        ("milliseconds", 0.001), ("millis", 0.001), ("msec", 0.001), ("ms", 0.001), ("seconds", 1), ("secs", 1), ("sec", 1),
        ("inticks", 1e-7), ("ticks", 1e-7), ("micros", 1e-6), ("us", 1e-6), ("nanos", 1e-9), ("ns", 1e-9),
    ];

    // What holds one thing said in several readings, the best first.
    private static readonly FrozenSet<string> Readings = FrozenSet.Create(StringComparer.Ordinal, "alternatives", "nbest");

    private static readonly FrozenSet<string> WordLists = FrozenSet.Create(StringComparer.Ordinal, "words", "elements", "tokens");

    private static readonly FrozenDictionary<string, int> ListRanks = Ranks(Lists);
    private static readonly FrozenDictionary<string, int> WordRanks = Ranks(Words);
    private static readonly FrozenDictionary<string, int> SpeakerRanks = Ranks(Speakers);
    private static readonly FrozenDictionary<string, int> TimeRanks = Ranks(Times);
    private static readonly FrozenSet<string> PeopleNames = People.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of a transcript beside the other parts of a report, the likeliest first.</summary>
    internal static IReadOnlyList<string> TranscriptNames { get; } =
    [
        .. Transcribed.Except(Shared).OrderByDescending(name => name == "transcript"),
        "transcriptvtt", "transcriptsrt", "vtt", "webvtt", "srt",
    ];

    /// <summary>Names of those who took part, the likeliest first.</summary>
    internal static IReadOnlyList<string> ListsOfPeople => People;

    /// <summary>Names of lists that hold nothing but the addresses of those who took part.</summary>
    internal static IReadOnlyList<string> ListsOfAddresses => Addresses;

    /// <summary>True for a name, without case and separators, that says what a member is for.</summary>
    internal static bool IsRole(string name) => ListRanks.ContainsKey(name) || WordRanks.ContainsKey(name) || SpeakerRanks.ContainsKey(name)
        || TimeRanks.ContainsKey(name) || IsPeople(name);

    /// <summary>A name without case and separators.</summary>
    internal static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    internal static int ListRank(string plain) => ListRanks.GetValueOrDefault(plain, -1);

    internal static int WordsRank(string plain) => WordRanks.GetValueOrDefault(plain, -1);

    internal static int SpeakerRank(string plain) => SpeakerRanks.GetValueOrDefault(plain, -1);

    /// <summary>The rank of a time's name, and the seconds that 1 stands for; 0 when the name does not say it.</summary>
    internal static int TimeRank(string plain, out double unit)
    {
        unit = 0;
        if (TimeRanks.TryGetValue(plain, out var rank))
        {
            return rank;
        }

        foreach (var (end, seconds) in Units)
        {
            if (plain.EndsWith(end, StringComparison.Ordinal) && TimeRanks.TryGetValue(plain[..^end.Length], out rank))
            {
                unit = seconds;
                return rank;
            }
        }

        return -1;
    }

    internal static bool IsPeople(string plain) => PeopleNames.Contains(plain);

    internal static bool IsReadings(string plain) => Readings.Contains(plain);

    internal static bool IsWordList(string plain) => WordLists.Contains(plain);

    /// <summary>True when a speaker named by this member is the speaker of everything inside of the object.</summary>
    internal static bool IsSpeakerOfAll(string plain) =>
        plain.StartsWith("speaker", StringComparison.Ordinal) || plain.StartsWith("participant", StringComparison.Ordinal);

    private static FrozenDictionary<string, int> Ranks(string[] names) =>
        names.Index().ToFrozenDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
}
