using SalesIntel.Leads;
using Xunit.Abstractions;

namespace SalesIntel.Extraction;

/// <summary>Claims that say what was said, in other words and with other forms of numbers, are written: as they are or as their quotes.
/// </summary>
public class HonestClaimTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("honest_en")]
    [InlineData("honest_de")]
    [InlineData("honest_fr")]
    [InlineData("honest_es")]
    [InlineData("honest_pt")]
    [InlineData("second_en")]
    [InlineData("second_de")]
    [InlineData("second_fr")]
    [InlineData("second_es")]
    [InlineData("second_pt")]
    [InlineData("third_en")]
    [InlineData("third_de")]
    [InlineData("third_fr")]
    [InlineData("third_es")]
    [InlineData("third_pt")]
    public void Honest_claim_is_not_lost(string name)
    {
        var said = SpokenCase.Read(name);
        var report = new FieldText(new ExtractionOptions());
        var (lost, quoted) = (0, 0);
        foreach (var claim in said.Claims)
        {
            var value = said.Of(claim);
            quoted += value.IsKnown && !value.Text.StartsWith(claim.Text, StringComparison.Ordinal) ? 1 : 0;
            if (!value.IsKnown)
            {
                lost++;
                new ClaimCheck(said.Meeting, new SpokenTurns(said.Meeting, said.Team), new QuoteFinder(said.Meeting.Transcript)).Check(
                    QualificationFrameworks.Meddic.Elements.Single(element => element.Name == claim.Element), claim, out var reason);
                output.WriteLine($"lost, {reason}: {claim.Quote} => {claim.Text}");
            }
            else if (value.Status == FieldStatus.Ambiguous)
            {
                output.WriteLine($"unclear: {claim.Quote}");
            }
        }

        output.WriteLine($"{said.Claims.Count} claims, {lost} lost, {quoted} as quotes");
        Assert.True(lost <= 0.05 * said.Claims.Count, $"{lost} of {said.Claims.Count}");
    }

    [Fact]
    public void Claim_with_its_reservation_is_not_lost()
    {
        string[] names =
        [
            "fourth_en", "fourth_de", "fourth_fr", "fourth_es", "fourth_pt", "fifth_en", "fifth_de", "fifth_fr", "fifth_es", "fifth_pt", "sixth_en",
            "sixth_de", "sixth_fr", "sixth_es", "sixth_pt", "seventh_en",
        ];
        var claims = names.Select(SpokenCase.Read).SelectMany(said => said.Claims.Select(claim => (claim, Value: said.Of(claim)))).ToArray();
        string[] lost = [.. claims.Where(one => !one.Value.IsKnown).Select(one => $"{one.claim.Quote} => {one.claim.Text}")];
        output.WriteLine($"{lost.Length} of {claims.Length} lost\n{string.Join('\n', lost)}");
        Assert.True(claims.Length > 130, $"{claims.Length}");
        Assert.True(lost.Length <= 0.05 * claims.Length, $"{lost.Length} of {claims.Length}");
    }
}
