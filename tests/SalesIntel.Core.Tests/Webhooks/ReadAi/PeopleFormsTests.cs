using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>The forms in which senders and relays write who took part. Where nobody is read, whoever recorded the meeting becomes its lead.</summary>
public sealed class PeopleFormsTests
{
    private const string Both = "Rep One rep@seller.example|Pat Person pat@corp.example";

    [Theory]
    [InlineData("""{"participants":[["Rep One","rep@seller.example"],["Pat Person","pat@corp.example"]]}""")]
    [InlineData("""{"participants":{"Rep One":"rep@seller.example","Pat Person":"pat@corp.example"}}""")]
    [InlineData("""{"participants":{"internal":[{"name":"Rep One","email":"rep@seller.example"}],"external":[{"name":"Pat Person","email":"pat@corp.example"}]}}""")]
    [InlineData("""{"participants":{"Rep One":{"email":"rep@seller.example"},"Pat Person":{"email":"pat@corp.example"}}}""")]
    [InlineData("""{"participants[]name":["Rep One","Pat Person"],"participants[]email":["rep@seller.example","pat@corp.example"]}""")]
    [InlineData("""{"participants[0][name]":"Rep One","participants[0][email]":"rep@seller.example","participants[1][name]":"Pat Person","participants[1][email]":"pat@corp.example"}""")]
    [InlineData("""{"participants[0].name":"Rep One","participants[0].email":"rep@seller.example","participants[1].name":"Pat Person","participants[1].email":"pat@corp.example"}""")]
    [InlineData("""{"participants":"<ul><li>Rep One &lt;rep@seller.example&gt;</li><li>Pat Person &lt;pat@corp.example&gt;</li></ul>"}""")]
    [InlineData("""{"participants":"Rep One (rep@seller.example)<br>Pat Person (pat@corp.example)"}""")]
    [InlineData("""{"participants":"<table><tr><td>Rep One</td><td>rep@seller.example</td></tr><tr><td>Pat Person</td><td>pat@corp.example</td></tr></table>"}""")]
    [InlineData("""{"participants":"1. Rep One (rep@seller.example)\n2. Pat Person (pat@corp.example)"}""")]
    [InlineData("""{"participants":"Name: Rep One\nE-Mail: rep@seller.example\n\nName: Pat Person\nE-Mail: pat@corp.example"}""")]
    [InlineData("""{"participants":"Nom : Rep One\nCourriel : rep@seller.example\nNom : Pat Person\nCourriel : pat@corp.example"}""")]
    [InlineData("""{"participants":"name=Rep One;email=rep@seller.example\nname=Pat Person;email=pat@corp.example"}""")]
    [InlineData("""{"participants":"Name: Rep One | Email: rep@seller.example\nName: Pat Person | Email: pat@corp.example"}""")]
    [InlineData("""{"participants":"Name: Rep One Email: rep@seller.example\nName: Pat Person Email: pat@corp.example"}""")]
    public void Person_is_read_in_every_form(string members) => Assert.Equal(Both, PeopleOf(members));

    [Theory]
    [InlineData("""{"email":"bo@gone.example","responseStatus":"declined"}""")]
    [InlineData("""{"emailAddress":{"address":"bo@gone.example"},"status":{"response":"declined"}}""")]
    [InlineData("""{"email":"bo@gone.example","resource":true}""")]
    [InlineData("""{"emailAddress":{"address":"bo@gone.example"},"type":"resource"}""")]
    public void Who_declined_and_a_room_that_was_booked_are_not_among_them(string other) =>
        Assert.Equal(Both, PeopleOf($$"""{"participants":[{{other}},{"name":"Rep One","email":"rep@seller.example"},{"name":"Pat Person","email":"pat@corp.example","responseStatus":"accepted"}]}"""));

    private static string PeopleOf(string members)
    {
        var report = JsonNode.Parse(members)!.AsObject();
        report["session_id"] = "S1";
        report["trigger"] = "meeting_end";
        var meeting = new ReadAiSource(new ReadAiOptions()).Read(Encoding.UTF8.GetBytes(report.ToJsonString())).Meeting()!;
        return string.Join('|', meeting.Attendees.Select(person => $"{person.Name} {person.Email}"));
    }
}
