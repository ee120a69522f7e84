using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>Which name a lead has when several places state one.</summary>
public sealed class LeadProjectionNameTests
{
    private const string Pat = "pat.doe@corp.example";

    [Fact]
    public void Address_in_place_of_a_name_gives_way_to_any_place_that_has_one()
    {
        Assert.Equal(("", ""), Name(Booked("B", Pat, 60)));
        Assert.Equal(("Pat", "Doe"), Name(Booked("B", Pat, 60), Booked("A", "Doe, Pat", 0)));
        Assert.Equal(("Pat", "Doe"), Name(Booked("B", "n/a", 60), Held("Pat Doe (Corp)", 120)));
        Assert.Equal(("Pat", "Doe"), Name(Booked("B", Pat, 60), Read("Pat", "Doe")));
    }

    [Fact]
    public void Booking_wins_over_a_meeting_and_a_later_meeting_over_an_earlier_one()
    {
        Assert.Equal(("Pat", "Doe"), Name(Booked("B", "Pat Doe", 60), Held("Patricia D. Doe", 120)));
        Assert.Equal(("Patricia D.", "Doe"), Name(Held("Pat Doe", 60), Held("Patricia D. Doe", 120), Held("Guest", 180)));
    }

    [Fact]
    public void What_was_read_completes_a_single_name_and_is_never_mixed_with_one()
    {
        Assert.Equal(("Pat", "Doe"), Name(Booked("B", "Pat", 60), Read("Pat", "Doe")));
        Assert.Equal(("", "Pat"), Name(Booked("B", "Pat", 60), Read("Pat", "")));
        Assert.Equal(("", "Pat"), Name(Booked("B", "Pat", 60), Read("Pat", "Pat")));
        Assert.Equal(("Mary Ann", "van Dyke"), Name(Booked("B", "Mary Ann van Dyke", 60), Read("Mary", "Ann van Dyke")));
    }

    private static (string First, string Last) Name(params LeadFact[] facts)
    {
        var lead = LeadProjection.Project(Pat, facts);
        return (lead.FirstName, lead.LastName);
    }

    private static BookingSeen Booked(string invitee, string name, int minute) => new()
    {
        EventId = invitee,
        At = Bodies.Base.AddMinutes(minute),
        Booking = new Booking
        {
            InviteeId = invitee,
            Email = Pat,
            Name = name,
            CreatedAt = Bodies.Base.AddMinutes(minute),
            UpdatedAt = Bodies.Base.AddMinutes(minute),
        },
    };

    private static MeetingHeld Held(string name, int minute) => new()
    {
        EventId = $"m{minute}",
        At = Bodies.Base.AddMinutes(minute),
        SessionId = $"M{minute}",
        AcceptedAt = Bodies.Base.AddMinutes(minute),
        AttendeeName = name,
    };

    private static ValuesRead Read(string first, string last) => new()
    {
        EventId = "r",
        At = Bodies.Base,
        Document = "booking:B",
        DocumentKind = DocumentKind.Form,
        Revision = Bodies.Base,
        Values = Some.Values((LeadFields.FirstName, first), (LeadFields.LastName, last)),
        ReadBy = ExtractionMethod.Model,
    };
}
