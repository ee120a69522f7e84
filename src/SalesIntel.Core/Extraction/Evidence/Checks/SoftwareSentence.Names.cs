namespace SalesIntel.Extraction;

internal sealed partial class SoftwareSentence
{
    private int MachineAt(int i, out Kind kind)
    {
        kind = Kind.Machine;
        var length = At(SoftwareTerms.Machines, i);
        if (length > 0 && !IsName(i))
        {
            length = 0;
        }

        if (length == 0)
        {
            kind = Kind.Helper;
            length = At(SoftwareTerms.Helpers, i);
        }

        if (length == 0)
        {
            kind = Kind.Program;
            length = At(SoftwareTerms.Programs, i);
        }

        // "AI assistant"
        while (length > 0 && kind == Kind.Machine && i + length < tokens.Count && tokens[i + length].Clause == tokens[i].Clause
            && (At(SoftwareTerms.Helpers, i + length) > 0 || At(SoftwareTerms.Programs, i + length) > 0
                || (At(SoftwareTerms.Machines, i + length) > 0 && IsName(i + length))))
        {
            length++;
        }

        return length;
    }

    // "AI" is a word of other languages: "j'ai", "eu ia".
    private bool IsName(int i) => tokens[i].Text is not ("ai" or "ia" or "a") || tokens[i].IsAcronym
        || (tokens[i].Text == "a" ? tokens[i].IsCapital && i + 1 < tokens.Count && tokens[i + 1].IsCapital && GapAfter(i) is "."
            : i > 0 && tokens[i - 1].Text != "j" && (At(SoftwareTerms.The, i - 1) > 0 || At(SoftwareTerms.Greetings, i - 1) > 0
                || At(SoftwareTerms.To, i - 1) > 0));

    private static bool IsPronoun(string word) => IsI(word) || word is "he" or "she" or "they" or "er" or "sie" or "il" or "elle" or "ele"
        or "ela";

    private static bool IsI(string word) => word is "i" or "we" or "ich" or "wir" or "je" or "j" or "nous" or "on" or "yo" or "nosotros" or "eu"
        or "nos";

    // Tags of a prompt, special tokens, and the names of fields with what they shall be.
    [GeneratedRegex(
        """
        </?\s*(?:system|assistant|user|instructions?|answers?|transcript|document|context|data|prompt|form|conversation|claims)\s*>
        |<\||\[/?INST\]|\[/?(?:system|assistant)\]
        |\b(?:SYSTEM|ASSISTANT|DEVELOPER)\s*:
        |(?<![?&/\w.-])[a-z]+(?:_[a-z]+)+\W{0,2}\s*[=:]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    private enum Kind
    {
        Machine,
        Helper,
        Program,
    }
}
