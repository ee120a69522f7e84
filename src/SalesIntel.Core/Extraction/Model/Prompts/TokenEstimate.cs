namespace SalesIntel.Extraction;

/// <summary>How many tokens a text is, told from its letters: models count them each in its own way, so it is an estimate, for prose in
/// European languages rather too high. https://ai.google.dev/gemini-api/docs/tokens: about four characters of English.</summary>
internal static class TokenEstimate
{
    // In quarters of a token. Digits and signs are often tokens of their own; ideographs always.
    private const int Letter = 1;
    private const int Sign = 2;
    private const int Ideograph = 4;

    public static int Of(ReadOnlySpan<char> text)
    {
        long quarters = 0;
        foreach (var c in text)
        {
            quarters += char.IsAsciiLetter(c) || c == ' ' ? Letter : c < '\u2E80' ? Sign : Ideograph;
        }

        return (int)Math.Min(int.MaxValue, (quarters + 3) / 4);
    }
}
