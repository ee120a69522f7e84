namespace SalesIntel.Extraction;

/// <summary>Whether a claim has the steps of its quote in their order: not "the board votes, then the pilot" for "first a pilot, then the
/// board votes".</summary>
internal static class SequenceCheck
{
    /// <summary>True when a step of the claim stands before one that the quote has before it.</summary>
    public static bool IsOtherOrder(ReadText claim, ReadText quote)
    {
        if (StepsOf(quote) is not { } steps)
        {
            return false;
        }

        var last = 0;
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (!claim.IsContent(i) || StepAt(quote, claim.Tokens[i].Text, steps) is not { } step)
            {
                continue;
            }

            if (step < last)
            {
                return true;
            }

            last = step;
        }

        return false;
    }

    // By each token how many words such as "then" stand up to it in its text; null where none does.
    private static int[]? StepsOf(ReadText text)
    {
        var steps = new int[text.Tokens.Count];
        var count = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            count += text.Language.Sequence.Contains(text.Tokens[i].Text) ? 1 : 0;
            steps[i] = count;
        }

        return count > 0 ? steps : null;
    }

    // A word of several steps tells none of them.
    private static int? StepAt(ReadText quote, string word, int[] steps)
    {
        int? step = null;
        foreach (var place in quote.PlacesOf(word))
        {
            if (step is { } other && other != steps[place])
            {
                return null;
            }

            step = steps[place];
        }

        return step;
    }
}
