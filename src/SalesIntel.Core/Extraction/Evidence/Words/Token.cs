namespace SalesIntel.Extraction;

/// <summary>A word of a text, as the checks compare it.</summary>
/// <param name="Text">Folded: lower case, without accents, contractions taken apart ("don't" is <c>not</c>, "l'équipe" <c>l</c> and
/// <c>equipe</c>).</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Sentence">Number of its sentence, from 0.</param>
/// <param name="Clause">Number of its clause, from 0.</param>
/// <param name="IsCapital">Begins with a capital letter.</param>
/// <param name="IsAcronym">Has capital letters only, at least two, or one within.</param>
/// <param name="IsFirst">The first word of its sentence.</param>
internal readonly record struct Token(
    string Text, int Start, int End, int Sentence, int Clause, bool IsCapital, bool IsAcronym, bool IsFirst)
{
    /// <summary>True for digits, with or without letters.</summary>
    public bool HasDigit => Text.AsSpan().ContainsAnyInRange('0', '9');
}
