using System.Text;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation;

public sealed class CorpusFolderTests
{
    private const string Meeting =
        """
        {
          "id": "call-17", "class": "sales", "sellers": ["seller.example"],
          "meeting": {
            "title": "Demo", "start": "2026-11-19T16:30:00Z",
            "people": [{ "name": "Sam Seller", "email": "sam@seller.example" }, { "name": "Bo Buyer" }],
            "turns": [{ "speaker": "Sam Seller", "text": "Who signs?" }, { "speaker": "Bo Buyer", "text": "Helene Okonkwo." }]
          },
          "truth": { "economic_buyer": { "status": "found", "keys": ["Helene Okonkwo"], "third": 3 }, "competition": { "open": true } }
        }
        """;

    private const string Booking =
        """
        {
          "booking": { "email": "bo@buyer.example", "name": "Bo Buyer", "answers": [{ "question": "Company", "answer": "Buyer Ltd" }] },
          "truth": { "company_name": { "status": "found", "exact": ["Buyer Ltd"] } }
        }
        """;

    [Fact]
    public void Meeting_becomes_the_document_of_its_source()
    {
        var one = Assert.Single(Read(Meeting));

        var document = Assert.IsType<MeetingDocument>(Documents.Of(one));
        Assert.Equal(["Who signs?", "Helene Okonkwo."], document.Meeting.Transcript.Select(turn => turn.Text));
        Assert.True(one.IsSeller(document.Meeting.Attendees[0].Email));
        Assert.False(one.IsSeller(document.Meeting.Attendees[1].Email));
        Assert.Equal(FieldStatus.Found, one.TruthOf("economic_buyer").Status);
        Assert.True(one.TruthOf("competition").IsOpen);
        Assert.Equal(FieldStatus.Absent, one.TruthOf("champion").Status);
    }

    [Fact]
    public void List_of_documents_is_read_and_those_without_an_id_are_numbered()
    {
        var cases = Read($"[{Meeting}, {Booking}]");

        Assert.Equal(["call-17", "corpus.json#2"], cases.Select(one => one.Id));
        Assert.Equal("Buyer Ltd", Assert.IsType<BookingDocument>(Documents.Of(cases[1])).Booking.Answers[0].Answer);
    }

    [Theory]
    [InlineData("""{ "truht": {} }""", "truht")]
    [InlineData("""{ "id": "x", "truth": {} }""", "'x' has neither")]
    [InlineData("""{ "id": "x", "source": "readai", "body_file": "gone.json" }""", "'x' is not there")]
    [InlineData("""{ "truth": { "champion": { "status": "sure" } } }""", "corpus.json")]
    public void What_is_wrong_with_a_file_is_said(string json, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<EvaluationCase> Read(string json) =>
        CorpusFolder.ReadBytes(Encoding.UTF8.GetBytes(json), "corpus.json", ".");
}
