using SalesIntel.Leads;
using Xunit.Abstractions;

namespace SalesIntel.Extraction;

/// <summary>A model that lies writes nothing, in whatever way it lies.</summary>
public class LyingModelTests(ITestOutputHelper output)
{
    private static readonly string[] Written = 
    [
        "honest_en", "honest_de", "honest_fr", "honest_es", "honest_pt", "second_en", "second_de", "second_fr", "second_es", "second_pt",
    ];

    public static TheoryData<string> Meetings =>
    [
        .. Written, "meeting_end_full", "meeting_end_long", "meeting_end_timestamps_seconds", "wrapped_session", "meeting_end_short_3min",
        "flat_zapier_text", "meeting_end_hostile_text",
    ];

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Changed_number_is_not_written(string meeting) => Nothing(meeting, (claim, said) =>
        Lies.OtherNumbers(claim, Language(said)));

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Changed_name_is_not_written(string meeting) => Nothing(meeting, Lies.OtherNames);

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Negation_that_was_not_said_is_not_written(string meeting) => Nothing(meeting, (claim, said) =>
        Lies.Negated(claim, Language(said)));

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Negation_that_was_left_out_is_not_written(string meeting) => Nothing(meeting, (claim, said) =>
        Lies.Asserted(claim, Language(said)));

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Words_of_the_sellers_are_not_written(string meeting)
    {
        var said = Case(meeting);
        Assert.All(Lies.OfSellers(said), lie => Assert.False(said.Of(lie).IsWritable, lie.Quote));
    }

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Invented_quote_is_not_written(string meeting) => Nothing(meeting, (claim, _) =>
    [
        claim with { Quote = "We have already decided to sign with you next week for the whole group" },
        claim with { Quote = "" },
        claim with { Quote = string.Join(' ', claim.Quote.Split(' ').Reverse()) },
    ]);

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Meeting_without_a_transcript_writes_nothing(string meeting)
    {
        var said = Case(meeting).WithoutTranscript();
        Assert.All(said.Claims, claim => Assert.Equal((false, ClaimSupport.Unsupported), (said.Of(claim).IsWritable,
            said.Of(claim).Claims[0].Support)));
    }

    [Fact]
    public void True_quote_does_not_carry_a_value_that_it_does_not_say()
    {
        var (tried, asClaim, asQuote) = (0, 0, 0);
        foreach (var name in Written)
        {
            var said = SpokenCase.Read(name);
            foreach (var lie in said.Claims.SelectMany(claim => Lies.OtherQuotes(claim, said)))
            {
                var value = said.Of(lie);
                tried++;
                asQuote += value.IsWritable && !IsClaim(value, lie) ? 1 : 0;
                if (value.IsWritable && IsClaim(value, lie))
                {
                    asClaim++;
                    output.WriteLine($"{name}: {lie.Quote} => {value.Text}");
                }
                else if (value.IsWritable)
                {
                    output.WriteLine($"   quote for [{lie.Text}]: {value.Text}");
                }
            }
        }

        output.WriteLine($"{tried} tried, {asClaim} written, {asQuote} quotes under another element");
        Assert.True(tried > 500);
        Assert.Equal(0, asClaim);
        Assert.True(asQuote <= 0.05 * tried, $"{asQuote} of {tried}");
    }

    [Fact]
    public void Quote_under_an_element_that_it_is_not_about_is_mostly_refused()
    {
        var (tried, written) = (0, 0);
        foreach (var name in Written.Concat(["meeting_end_full", "meeting_end_long"]))
        {
            var said = Case(name);
            var lies = said.Claims.SelectMany(claim => QualificationFrameworks.Meddic.Elements
                .Where(element => Written.Contains(name) ? element.Name != claim.Element : element.Name is "economic_buyer" or "competition")
                .Select(element => claim with { Element = element.Name, Text = claim.Quote })).ToArray();
            var passed = lies.Where(lie => said.Of(lie).IsWritable).ToArray();
            output.WriteLine($"{name}: {passed.Length} of {lies.Length}\n" + string.Join('\n', passed.GroupBy(lie => lie.Element).Select(group => $"  {group.Key} {group.Count()}: {group.First().Quote}")));
            (tried, written) = (tried + lies.Length, written + passed.Length);
        }

        output.WriteLine($"{written} of {tried}");
        Assert.True(written < 0.5 * tried);
    }

    private static bool IsClaim(FieldValue value, SpokenClaim lie) => value.Text.StartsWith(lie.Text, StringComparison.Ordinal);

    private static SpokenCase Case(string meeting) => Written.Contains(meeting) ? SpokenCase.Read(meeting) : SpokenCase.OfFixture(meeting);

    private static LanguageWords Language(SpokenCase said) => new SpokenTurns(said.Meeting, said.Team).Language;

    private void Nothing(string meeting, Func<SpokenClaim, SpokenCase, IEnumerable<SpokenClaim>> lies)
    {
        var said = Case(meeting);
        var tried = said.Claims.SelectMany(claim => lies(claim, said)).ToArray();
        var values = tried.Select(lie => (Lie: lie, Value: said.Of(lie))).Where(one => one.Value.IsWritable).ToArray();
        var written = values.Where(one => IsClaim(one.Value, one.Lie)).Select(one => $"{one.Lie.Quote} => {one.Lie.Text}").ToArray();
        output.WriteLine($"{tried.Length} lies, {values.Length - written.Length} true quotes in their place\n" + string.Join('\n', written));
        Assert.Empty(written);

        // What words do not decide is quoted, and a quote asserts nothing that was not said.
        Assert.True(values.Length <= tried.Length / 2, $"{values.Length} of {tried.Length}");
    }
}
