namespace SalesIntel.Extraction;

/// <summary>The names that a claim holds.</summary>
internal static class ClaimNames
{
    /// <summary>The tokens that are names: for sure, or perhaps because they only stand where any word has a capital letter.</summary>
    public static IEnumerable<(Token Token, bool IsSure)> In(ReadText claim, NameIndex names)
    {
        var tokens = claim.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            // Whether it is content is asked last: numbers and dates have to be read for it.
            if (!(tokens[i].IsCapital || tokens[i].IsAcronym) || !char.IsLetter(tokens[i].Text[0])
                || claim.Language.Units.At(tokens, i, out _) > 0 || !claim.IsContent(i))
            {
                continue;
            }

            // A title names nobody, and digits are numbers.
            var token = tokens[i];
            if (claim.Language.Titles.Contains(token.Text) || token.HasDigit)
            {
                continue;
            }

            if (token.IsAcronym)
            {
                // A whole claim in capitals is shouting.
                if (!tokens.All(one => one.IsAcronym || one.HasDigit || one.Text.Length < 2) || tokens.Count < 3)
                {
                    yield return (token, true);
                }
            }
            else if (token.IsCapital && !claim.Language.Common.Contains(token.Text) && !names.IsSmall(token))
            {
                yield return (token, IsSure(claim, i, names));
            }
        }
    }

    private static bool IsSure(ReadText claim, int i, NameIndex names)
    {
        var tokens = claim.Tokens;
        if (names.IsName(tokens[i].Text))
        {
            return true;
        }

        var isTitled = i > 0 && claim.Language.Titles.Contains(tokens[i - 1].Text);
        var isBesideOne = IsCapitalAt(i + 1) && !tokens[i].IsAcronym && !tokens[i].IsFirst;
        var isBehindOne = i > 0 && tokens[i - 1].IsCapital && tokens[i - 1].Clause == tokens[i].Clause
            && names.IsPerson(tokens[i - 1].Text);
        return claim.Language.HasCapitalNouns
            ? isTitled || isBehindOne || (isBesideOne && names.IsName(tokens[i + 1].Text))
            : isTitled || !tokens[i].IsFirst || isBesideOne;

        bool IsCapitalAt(int index) => index < tokens.Count && tokens[index].Clause == tokens[i].Clause && tokens[index].IsCapital
            && claim.IsContent(index) && !claim.Language.Common.Contains(tokens[index].Text) && !names.IsSmall(tokens[index]);
    }
}
