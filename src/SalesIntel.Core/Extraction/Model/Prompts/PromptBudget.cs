namespace SalesIntel.Extraction;

/// <summary>The room that all foreign text of one prompt has together: whoever takes some leaves less for the others, and what does not
/// fit is reported.</summary>
/// <param name="tokens">The room.</param>
/// <param name="issues">Gets what was left out, by the name of the part.</param>
internal sealed class PromptBudget(int tokens, ICollection<string> issues)
{
    /// <summary>What is left.</summary>
    public int Left { get; private set; } = tokens;

    /// <summary>A budget of its own for a part of the prompt, a share of what is left; what the part does not use stays here.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="fill">Fills the part.</param>
    public string Part(double share, Func<PromptBudget, string> fill)
    {
        var part = new PromptBudget((int)(Left * share), issues);
        var text = fill(part);
        Left = Math.Max(0, Left - TokenEstimate.Of(text));
        return text;
    }

    /// <summary>Lines of a part as far as they fit, each whole.</summary>
    /// <param name="name">What the part is called.</param>
    /// <param name="lines">The lines.</param>
    public string Lines(string name, IEnumerable<string> lines)
    {
        var (taken, leftOut) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            if (leftOut == 0 && TokenEstimate.Of(line) + 1 is var cost && cost <= Left)
            {
                taken.Add(line);
                Left -= cost;
            }
            else
            {
                leftOut++;
            }
        }

        if (leftOut > 0)
        {
            issues.Add(FormattableString.Invariant($"{name}: {leftOut} of {taken.Count + leftOut} left out, there are too many"));
        }

        return string.Join('\n', taken);
    }

    /// <summary>A text with a limit of its own.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="text">The text.</param>
    /// <param name="most">Characters at most.</param>
    public string Text(string name, string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        issues.Add(FormattableString.Invariant($"{name} cut to {most} characters"));
        return TextCleaner.Cut(text, most) + " [... rest left out]";
    }
}
