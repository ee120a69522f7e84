using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Makes lies of honest claims.</summary>
internal static class Lies
{
    private static readonly Dictionary<string, string[]> Negations = new(StringComparer.Ordinal)
    {
        ["en"] = ["not", "no", "never"], ["de"] = ["nicht", "kein"], ["fr"] = ["pas", "jamais"], ["es"] = ["no", "nunca"], ["pt"] = ["não",
            "nunca"],
    };

    /// <summary>The claim with each of its numbers changed, one at a time.</summary>
    public static IEnumerable<SpokenClaim> OtherNumbers(SpokenClaim claim, LanguageWords language)
    {
        var text = new ReadText(claim.Text, language);
        foreach (var number in text.Quantities.Where(quantity => !quantity.IsWeak))
        {
            var value = number.Values[0];
            var other = (value * 3) + 17.25;
            yield return claim with
            {
                Text = claim.Text[..text.Tokens[number.First].Start]
                    + other.ToString(System.Globalization.CultureInfo.InvariantCulture) + claim.Text[text.Tokens[number.Last].End..],
            };
        }
    }

    /// <summary>The claim with each of its names changed.</summary>
    public static IEnumerable<SpokenClaim> OtherNames(SpokenClaim claim, SpokenCase said)
    {
        var turns = new SpokenTurns(said.Meeting, said.Team);
        var text = new ReadText(claim.Text, turns.Language);
        foreach (var token in text.Tokens.Where(token => token.IsCapital && turns.Names.IsPerson(token.Text)))
        {
            yield return claim with { Text = claim.Text[..token.Start] + "Petzold" + claim.Text[token.End..] };
        }
    }

    /// <summary>The claim with a negation put before each of its words that says something and that the quote has.</summary>
    public static IEnumerable<SpokenClaim> Negated(SpokenClaim claim, LanguageWords language)
    {
        var text = new ReadText(claim.Text, language);
        var quote = new ReadText(claim.Quote, language);
        if (text.Polarities.HasNegation || quote.Polarities.HasNegation || quote.Polarities.SaysMissing || text.Polarities.SaysMissing)
        {
            yield break;
        }

        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.IsContent(i) && quote.Tokens.Any(token => token.Text == text.Tokens[i].Text))
            {
                foreach (var negation in Negations[language.Code])
                {
                    yield return claim with { Text = $"{claim.Text[..text.Tokens[i].Start]}{negation} {claim.Text[text.Tokens[i].Start..]}" };
                }
            }
        }
    }

    /// <summary>The claim without its only negation.</summary>
    public static IEnumerable<SpokenClaim> Asserted(SpokenClaim claim, LanguageWords language)
    {
        var text = new ReadText(claim.Text, language);
        int[] negations = [.. Enumerable.Range(0, text.Tokens.Count).Where(i => language.Negations.Contains(text.Tokens[i].Text)
            && text.Polarities[i] == Polarity.Negative)];
        if (negations is not [var at] || text.Polarities.SaysMissing
            || !Enumerable.Range(0, text.Tokens.Count).Any(i => i != at && text.IsContent(i) && text.Polarities[i] == Polarity.Negative))
        {
            yield break;
        }

        var token = text.Tokens[at];
        var raw = claim.Text[token.Start..token.End];
        var left = raw.Contains('\'', StringComparison.Ordinal) ? raw.Replace("n't", "", StringComparison.Ordinal) : "";
        yield return claim with { Text = $"{claim.Text[..token.Start]}{left}{claim.Text[token.End..]}".Replace("  ", " ", StringComparison.Ordinal).Trim() };
    }

    /// <summary>The claim with the quotes of others, which are true and say something else.</summary>
    public static IEnumerable<SpokenClaim> OtherQuotes(SpokenClaim claim, SpokenCase said) => said.Claims
        .Where(other => Math.Abs((other.Turn ?? 0) - (claim.Turn ?? 0)) > 5 && other.Element != claim.Element)
        .Select(other => claim with { Quote = other.Quote, Turn = other.Turn });

    /// <summary>What the sellers say, claimed as the customer's.</summary>
    public static IEnumerable<SpokenClaim> OfSellers(SpokenCase said)
    {
        var turns = new SpokenTurns(said.Meeting, said.Team);
        return said.Meeting.Transcript.SelectMany((turn, i) => turns.SideOf(turn.Speaker) != MeetingSide.Seller ? []
            : SalesIntel.Text.Sentences.Split(turn.Text).Select(sentence => new SpokenClaim("metrics", sentence, i + 1, sentence)));
    }
}
