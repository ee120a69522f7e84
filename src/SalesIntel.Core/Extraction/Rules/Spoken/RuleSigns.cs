namespace SalesIntel.Extraction;

/// <summary>What a sentence has of a rule's phrases (<see cref="SpokenRule"/>).</summary>
[Flags]
internal enum RuleSigns : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It speaks about the element by itself.</summary>
    Said = 1,

    /// <summary>It asks for the element.</summary>
    Asked = 2,

    /// <summary>It speaks about the element if it answers a question for it.</summary>
    Answer = 4,

    /// <summary>It speaks about the element although it is a question.</summary>
    SaidInQuestion = 8,

    /// <summary>It speaks against something that was said about the element.</summary>
    Counter = 16,

    /// <summary>It only sounds like the element.</summary>
    Denied = 32,
}
