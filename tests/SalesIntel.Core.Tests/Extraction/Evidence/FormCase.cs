using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A form with what a reader claims of it.</summary>
internal sealed record FormCase(
    Form Form, IReadOnlyList<(LeadField Field, AnswerClaim Claim)> Claims, IReadOnlyList<(string Kind, LeadField Field, AnswerClaim Claim)> Lies)
{
    /// <summary>The value of a field when the reader claims this alone.</summary>
    public FieldValue Of(LeadField field, AnswerClaim claim) =>
        new FormEvidence(Form).Of(field, [claim], new FieldText(new ExtractionOptions()));

    /// <summary>The forms of a file of <c>tests/fixtures/evidence</c>, written before the checks were tried on them.</summary>
    public static IReadOnlyList<FormCase> ReadAll(string name) =>
        [.. File.ReadAllText(Fixtures.Path($"evidence/{name}.txt")).Split("===\n").Select(Of)];

    private static FormCase Of(string text)
    {
        var parts = text.Split("---\n");
        var head = Lines(parts[0], " ", 2).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        return new FormCase(
            WordsForSoftware.Without(new Form
            {
                Noun = "booking",
                Email = head["email"],
                Name = head["name"],
                TimeZone = head["zone"],
                At = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero),
                Answers = [.. Lines(parts[1], " => ", 2).Select(line => new FormAnswer(line[0], line[1]))],
            }),
            [.. Lines(parts[2], "|", 4).Select(line => (Field(line[0]), new AnswerClaim(line[1], line[2], line[3])))],
            [.. Lines(parts[3], "|", 5).Select(line => (line[0], Field(line[1]), new AnswerClaim(line[2], line[3], line[4])))]);
    }

    private static LeadField Field(string name) => FieldCatalog.Default.Find(name) ?? throw new InvalidDataException($"There is no field '{name}'.");

    private static IEnumerable<string[]> Lines(string text, string separator, int most) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(separator, most, StringSplitOptions.TrimEntries));
}
