namespace SalesIntel.Extraction;

/// <summary>Tells statements that can't both hold of one thing, although neither negates the other: "slow" and "on time".</summary>
internal static class ContraryStatements
{
    /// <summary>True when one text has, without negating it, what excludes something that the other has, and neither has both.</summary>
    public static bool AreIn(ReadText one, ReadText other)
    {
        foreach (var sides in one.Language.Contraries)
        {
            var (left, right) = (SideOf(sides, one), SideOf(sides, other));
            if (left >= 0 && right >= 0 && left != right)
            {
                return true;
            }
        }

        return false;
    }

    // The side that a text asserts; -1 for none, or several.
    private static int SideOf(PhraseSet[] sides, ReadText text)
    {
        var found = -1;
        for (var side = 0; side < sides.Length; side++)
        {
            if (IsAsserted(sides[side], text))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = side;
            }
        }

        return found;
    }

    private static bool IsAsserted(PhraseSet phrases, ReadText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (phrases.At(text.Tokens, i) > 0
                && (text.Polarities[i] == Polarity.Positive || text.Language.Negations.Contains(text.Tokens[i].Text)))
            {
                return true;
            }
        }

        return false;
    }
}
