using SalesIntel.Hosting.Commands.Events;
using SalesIntel.Leads;

namespace SalesIntel.EndToEnd.Tests.Events;

/// <summary>What an operator is shown of a value: the words that it rests on, or why it stands in no field.</summary>
public sealed class ValueViewTests
{
    [Fact]
    public void Value_stands_with_its_words_and_where_they_were_said()
    {
        var view = ValueView.Of("Economic buyer", new FieldValue
        {
            Text = "Marta Lind",
            Status = FieldStatus.Found,
            Claims =
            [
                Said("Tom signs", 4) with { Superseded = true },
                Said("No, Marta signs", 6) with { Corrects = "Tom signs" },
            ],
        });

        Assert.Equal("found", view.Standing);
        Assert.Equal(
            "Marta Lind\n  \"Tom signs\" (Ann Ray, turn 4): corrected later\n  \"No, Marta signs\" (Ann Ray, turn 6): supported, a correction", view.Lines());
    }

    [Fact]
    public void Value_that_is_unclear_says_what_stands_against_it()
    {
        var view = ValueView.Of("Economic buyer", new FieldValue
        {
            Text = "Marta Lind\nTom Ruiz",
            Status = FieldStatus.Ambiguous,
            Claims = [Said("Marta signs", 4) with { Contradicted = true }, Said("Tom signs, I think", 6) with { Hedged = true }],
        });

        Assert.Equal(
            "Marta Lind; Tom Ruiz [unclear, in no field]\n  \"Marta signs\" (Ann Ray, turn 4): contradicted\n  \"Tom signs, I think\" (Ann Ray, turn 6): not sure",
            view.Lines());
    }

    [Fact]
    public void What_nothing_bears_out_says_so()
    {
        var view = ValueView.Of("Champion", new FieldValue { Claims = [new Claim { Text = "Kim pushes it", Support = ClaimSupport.Unsupported }] });

        Assert.Equal("unconfirmed, in no field", view.Standing);
        Assert.Equal("[unconfirmed, in no field]\n  Kim pushes it: unconfirmed: the document does not bear it out", view.Lines());
    }

    [Fact]
    public void Answer_names_its_question_and_an_inference_what_it_follows_from()
    {
        var answered = ValueView.Of("Pain points", new FieldValue
        {
            Text = "Slow", Status = FieldStatus.Found, Claims = [new Claim { Quote = "slow", Question = "What hurts?", Support = ClaimSupport.Supported }],
        });

        Assert.Equal("Slow\n  \"slow\" (answer to \"What hurts?\"): supported", answered.Lines());
        Assert.Equal("Sweden (inferred from the time zone)", ValueView.Of("Country", FieldValue.Of("Sweden", "the time zone")).Lines());
    }

    private static Claim Said(string quote, int turn) => new() { Quote = quote, Speaker = "Ann Ray", Turn = turn, Support = ClaimSupport.Supported };
}
