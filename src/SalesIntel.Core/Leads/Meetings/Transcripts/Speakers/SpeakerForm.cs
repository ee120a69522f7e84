namespace SalesIntel.Leads;

/// <summary>In what form a line names a speaker or a time.</summary>
internal enum SpeakerForm
{
    /// <summary><c>Ann Lee: words</c>.</summary>
    Colon,

    /// <summary><c>Ann Lee:words</c>.</summary>
    TightColon,

    /// <summary><c>[Ann Lee]: words</c>.</summary>
    BracketColon,

    /// <summary><c>**Ann Lee:** words</c>.</summary>
    BoldColon,

    /// <summary><c>&gt;&gt; Ann Lee: words</c>.</summary>
    ArrowColon,

    /// <summary><c>00:10 | Ann Lee: words</c>, <c>Ann Lee (00:10): words</c>.</summary>
    TimedColon,

    /// <summary><c>Ann Lee  0:10</c>, the words in the lines below.</summary>
    NameAndTimeLine,

    /// <summary><c>00:10 Ann Lee</c>, the words in the lines below.</summary>
    TimeAndNameLine,

    /// <summary><c>Ann Lee 0:10 words</c>.</summary>
    NameAndTime,

    /// <summary><c>[Ann Lee] words</c>.</summary>
    Bracket,

    /// <summary><c>**Ann Lee** words</c>.</summary>
    Bold,

    /// <summary><c>Ann Lee</c> alone, where a name can be expected.</summary>
    NameLine,

    /// <summary><c>[00:10] words</c>: no name.</summary>
    Timed,

    /// <summary><c>00:10</c> alone: no name.</summary>
    TimeLine,
}
