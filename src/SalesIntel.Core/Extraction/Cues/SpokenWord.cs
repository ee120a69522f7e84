namespace SalesIntel.Extraction;

/// <summary>A word as the phrases of rules know it.</summary>
/// <param name="Text">Lower case, without accents; of a short form one of its words in full.</param>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="IsCapital">True when it is written with a capital letter.</param>
/// <param name="IsNumber">True when it is written in digits.</param>
internal readonly record struct SpokenWord(string Text, int Start, int End, bool IsCapital, bool IsNumber);
