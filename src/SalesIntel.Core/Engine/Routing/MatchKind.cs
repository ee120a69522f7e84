namespace SalesIntel.Engine;

/// <summary>By what a meeting is known to be the demo of a booking that starts in the same hour; the later a kind stands, the more it says.
/// </summary>
internal enum MatchKind
{
    /// <summary>By nothing.</summary>
    None,

    /// <summary>By the hour alone: the booking does not say who its hosts are.</summary>
    Hour,

    /// <summary>By one of the team whom the booking has as a guest, in place of its host: he met somebody of whom nothing is known.</summary>
    Colleague,

    /// <summary>By a host of the booking.</summary>
    Host,

    /// <summary>By the company of the invitee's address, which one of the people has too.</summary>
    Company,

    /// <summary>By a part of the invitee's name, which somebody without an address has too.</summary>
    PartOfName,

    /// <summary>By the invitee's name, which somebody without an address has too, or, beside a host of the booking, with another one.
    /// </summary>
    Name,

    /// <summary>By the address of a guest of the booking.</summary>
    Guest,

    /// <summary>By the invitee's address.</summary>
    Invitee,
}
