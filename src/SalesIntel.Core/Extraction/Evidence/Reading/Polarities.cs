namespace SalesIntel.Extraction;

/// <summary>Which words of a text are negated.</summary>
internal sealed class Polarities
{
    private const int Ahead = 6;
    private const int Behind = 2;
    private const int AheadOfWithout = 2;
    private const int Reach = 4;

    private readonly Polarity[] byToken;
    private readonly HashSet<int> missing;
    private readonly HashSet<int> missingWords;
    private readonly HashSet<int> conditional;

    private Polarities(Polarity[] byToken, HashSet<int> missing, HashSet<int> missingWords, HashSet<int> conditional, bool hasNegation)
    {
        this.missingWords = missingWords;
        this.byToken = byToken;
        this.missing = missing;
        this.conditional = conditional;
        HasNegation = hasNegation;
    }

    /// <summary>True when anything is negated.</summary>
    public bool HasNegation { get; }

    /// <summary>True when a word says that something lacks or fails.</summary>
    public bool SaysMissing => missing.Count > 0;

    /// <summary>Whether a token is negated.</summary>
    public Polarity this[int token] => byToken[token];

    /// <summary>True for a word that says that something lacks or fails.</summary>
    public bool IsMissingWord(int token) => missingWords.Contains(token);

    /// <summary>True when it has such a clause as <see cref="IsConditional"/> tells.</summary>
    public bool HasConditions => conditional.Count > 0;

    /// <summary>True for a clause such as "if it is not live by May", which says nothing for sure.</summary>
    public bool IsConditional(int clause) => conditional.Contains(clause);

    /// <summary>True when a clause has a word such as "lacks", which may stand for a negation.</summary>
    public bool IsMissing(int clause) => missing.Contains(clause);

    public static Polarities Of(TokenList tokens, LanguageWords language)
    {
        var polarity = new Polarity[tokens.Count];
        var missing = new HashSet<int>();
        var missingWords = new HashSet<int>();
        List<int> negations = [];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (language.NoNegation.At(tokens, i) is > 0 and var length)
            {
                i += length - 1;
                continue;
            }

            if (language.Negations.Contains(tokens[i].Text) || IsNoMore(tokens, i, language))
            {
                negations.Add(i);
            }

            if (language.Missing.At(tokens, i) > 0 || IsPrivative(tokens[i].Text))
            {
                missing.Add(tokens[i].Clause);
                missingWords.Add(i);
            }
        }

        foreach (var clause in negations.GroupBy(index => tokens[index].Clause))
        {
            int[] all = [.. clause];

            // Beside another negation it makes a condition: "nothing without her".
            var isDouble = negations.Any(index => tokens[index].Sentence == tokens[all[0]].Sentence && IsWithout(tokens[index].Text))
                && negations.Any(index => tokens[index].Sentence == tokens[all[0]].Sentence && !IsWithout(tokens[index].Text));

            // Of "nobody never" one is meant; two that are far apart, or an exception, can't be added up.
            var isOpen = isDouble || all.Length > 1 && all[^1] - all[0] > 1 && !(language.Code is "fr" or "es" or "pt")
                || Enumerable.Range(all[0], tokens.Count - all[0]).TakeWhile(i => tokens[i].Sentence == tokens[all[0]].Sentence)
                    .Any(i => language.Exceptions.Contains(tokens[i].Text)
                        && (tokens[i].Clause == tokens[all[0]].Clause || tokens[i - 1].Clause != tokens[i].Clause));
            foreach (var negation in all)
            {
                Mark(tokens, language, negation, isOpen ? Polarity.Open : Polarity.Negative, polarity);
            }
        }

        Pair(tokens, negations, polarity);
        LeaveOpen(tokens, language, polarity);
        return new Polarities(polarity, missing, missingWords, Conditions(tokens, language), negations.Count > 0);
    }

    // What follows in the clause; at its end what precedes: "das reicht nicht".
    private static void Mark(TokenList tokens, LanguageWords language, int negation, Polarity value, Polarity[] polarity)
    {
        var clause = tokens[negation].Clause;
        polarity[negation] = value;
        var marked = 0;
        var ahead = IsWithout(tokens[negation].Text) ? AheadOfWithout : Ahead;
        for (var i = negation + 1; i < tokens.Count && tokens[i].Clause == clause && marked < Ahead && !IsTurn(tokens[i].Text); i++)
        {
            // Whether "and" goes on with what is negated is not told by words, and what "takes no week to learn" is learnt.
            value = marked >= ahead || (marked > 0 && (IsJoint(tokens[i].Text) || IsAim(tokens[i].Text))) ? Polarity.Open : value;
            polarity[i] = value;
            marked += language.Stop.Contains(tokens[i].Text) ? 0 : 1;
        }

        var behind = marked > 0 ? 0 : Behind;
        for (var i = negation - 1; i >= 0 && tokens[i].Clause == clause
            && (!IsTurn(tokens[i].Text) || IsParticle(tokens, i, language)); i--)
        {
            behind = IsJoint(tokens[i].Text) ? 0 : behind;
            polarity[i] = behind > 0 ? value : polarity[i] == Polarity.Positive ? Polarity.Subject : polarity[i];
            behind -= language.Stop.Contains(tokens[i].Text) ? 0 : 1;
        }
    }

    // "No sign-on, no deal" is a demand.
    private static void Pair(TokenList tokens, List<int> negations, Polarity[] polarity)
    {
        for (var i = 0; i + 1 < negations.Count; i++)
        {
            var (first, second) = (negations[i], negations[i + 1]);
            if (tokens[first].Text == tokens[second].Text && tokens[first].Sentence == tokens[second].Sentence && tokens[first].IsFirst
                && tokens[second].Clause == tokens[first].Clause + 1 && tokens[second - 1].Clause == tokens[first].Clause)
            {
                for (var at = first; at < tokens.Count && tokens[at].Sentence == tokens[first].Sentence; at++)
                {
                    polarity[at] = Polarity.Open;
                }
            }
        }
    }

    private static HashSet<int> Conditions(TokenList tokens, LanguageWords language)
    {
        var clauses = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (language.Conditions.Contains(tokens[i].Text)
                && (i == 0 || tokens[i - 1].Clause != tokens[i].Clause || !AnyLanguage.Comparisons.Contains(tokens[i - 1].Text)))
            {
                clauses.Add(tokens[i].Clause);
            }
        }

        return clauses;
    }

    // "On n'y arrive plus"
    private static bool IsNoMore(TokenList tokens, int i, LanguageWords language)
    {
        for (var before = i - 1; language.NoMore.Contains(tokens[i].Text) && before >= 0 && before >= i - Reach; before--)
        {
            if (language.HalfNegations.Contains(tokens[before].Text) && tokens[before].Clause == tokens[i].Clause)
            {
                return true;
            }
        }

        return false;
    }

    // "Two instead of five" has both, and only one of them holds.
    private static void LeaveOpen(TokenList tokens, LanguageWords language, Polarity[] polarity)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var at = i; language.Instead.At(tokens, i) > 0 && at < tokens.Count && at <= i + Ahead
                && tokens[at].Clause == tokens[i].Clause; at++)
            {
                polarity[at] = Polarity.Open;
            }
        }
    }

    // "touchless", "fehlerfrei", "papierlos"
    private static bool IsPrivative(string word)
    {
        foreach (var ending in word.Length > 6 ? AnyLanguage.LackingEndings : [])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoint(string word) => AnyLanguage.And.Contains(word);

    private static bool IsTurn(string word) => AnyLanguage.Turns.Contains(word);

    // "Sie muss aber nicht": where a comma stands before "but", it turns nothing without one.
    private static bool IsParticle(TokenList tokens, int i, LanguageWords language) =>
        language.Code == "de" && i > 0 && tokens[i - 1].Clause == tokens[i].Clause;

    private static bool IsAim(string word) => AnyLanguage.Aims.Contains(word);

    private static bool IsWithout(string word) => AnyLanguage.Without.Contains(word);
}
