namespace SalesIntel.Extraction;

/// <summary>Two statements about one element.</summary>
/// <param name="Earlier">What was said first.</param>
/// <param name="Later">What was said behind it.</param>
/// <param name="Between">How many statements stand between them.</param>
/// <param name="IsLast">True when nothing was said about the element between the turns of both.</param>
/// <param name="Statements">How many statements about the element there are.</param>
internal readonly record struct StatementPair(Statement Earlier, Statement Later, int Between, bool IsLast, int Statements);
