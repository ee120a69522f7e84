namespace SalesIntel.Extraction;

/// <summary>How an element is recognised in what is said. The concepts have the rule's name and a part: <c>said</c>, what alone speaks
/// about
/// it; <c>asked</c>, a question for it; <c>answer</c>, what speaks about it after such a question; <c>question</c>, what speaks about it
/// although
/// it asks; <c>counter</c>, what speaks against what somebody else said about it; <c>denied</c>, what only sounds like it; <c>not</c>,
/// what tells that the whole sentence is about something else.</summary>
/// <param name="name">Name of the rule in the data files.</param>
/// <param name="grammar">The phrases.</param>
internal sealed class SpokenRule(string name, PhraseGrammar grammar)
{
    private readonly int said = grammar.Concept($"{name}.said");
    private readonly int asked = grammar.Concept($"{name}.asked");
    private readonly int answer = grammar.Concept($"{name}.answer");
    private readonly int question = grammar.Find($"{name}.question");
    private readonly int counter = grammar.Find($"{name}.counter");
    private readonly int not = grammar.Find($"{name}.not");
    private readonly int denied = grammar.Find($"{name}.denied");

    /// <summary>The rule's name.</summary>
    public string Name => name;

    /// <summary>What a sentence has of the phrases.</summary>
    public RuleSigns Signs(SentenceMatch sentence)
    {
        var isSaid = Stands(sentence, said);
        return If(isSaid, RuleSigns.Said)
            | If(sentence.Has(asked), RuleSigns.Asked)
            | If(Stands(sentence, answer), RuleSigns.Answer)
            | If(Stands(sentence, question), RuleSigns.SaidInQuestion)
            | If(sentence.Has(counter), RuleSigns.Counter)
            | If(sentence.Has(not) || (sentence.Has(denied) && !isSaid), RuleSigns.Denied);
    }

    private static RuleSigns If(bool has, RuleSigns sign) => has ? sign : RuleSigns.None;

    // What is denied takes back what it touches, and nothing else in the sentence.
    private bool Stands(SentenceMatch sentence, int concept)
    {
        if (!sentence.Has(concept) || sentence.Has(not))
        {
            return false;
        }

        if (!sentence.Has(denied))
        {
            return true;
        }

        var denials = sentence.Spans(denied).ToList();
        return sentence.Spans(concept).Any(span => denials.TrueForAll(denial => denial.End <= span.Start || span.End <= denial.Start));
    }
}
