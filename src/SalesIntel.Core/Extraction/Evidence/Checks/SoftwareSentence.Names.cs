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

            // "assistant IA", "asistente de IA"
            if (length > 0 && MachineBehind(i + length) is > 0 and var behind)
            {
                kind = Kind.Machine;
                length += behind;
            }
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

    private int MachineBehind(int i)
    {
        var of = i < tokens.Count && At(SoftwareTerms.Of, i) > 0 ? 1 : 0;
        return i + of < tokens.Count && tokens[i + of].Clause == tokens[i - 1].Clause && IsName(i + of)
            && At(SoftwareTerms.Machines, i + of) is > 0 and var length ? of + length : 0;
    }

    // "AI" is a word of other languages: "j'ai", "eu ia".
    private bool IsName(int i) => At(SoftwareTerms.MachineOrWord, i) == 0 || tokens[i].IsAcronym
        || (tokens[i].Text.Length == 1 ? tokens[i].IsCapital && i + 1 < tokens.Count && tokens[i + 1].IsCapital && GapAfter(i) is "."
            : i > 0 && (At(SoftwareTerms.The, i - 1) > 0 || At(SoftwareTerms.Greetings, i - 1) > 0 || At(SoftwareTerms.To, i - 1) > 0));

    private bool IsPronoun(int i) => At(SoftwareTerms.I, i) > 0 || At(SoftwareTerms.They, i) > 0;

    // Tags of a prompt, special tokens, and the names of fields with what they shall be. Each part begins where no other one did, so that it takes time linear
    // in the sentence's length; a limit by the clock would end an extraction on a machine that is busy.
    [GeneratedRegex(
        """
        </?\s*(?:system|assistant|user|instructions?|answers?|transcript|document|context|data|prompt|form|conversation|claims)\s*>
        |<\||\[/?INST\]|\[/?(?:system|assistant)\]
        |\b(?:SYSTEM|ASSISTANT|DEVELOPER)\s*:
        |(?<![?&/\w.-])[a-z]+(?:_[a-z]+)+\W{0,2}\s*[=:]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    private enum Kind
    {
        Machine,
        Helper,
        Program,
    }
}
