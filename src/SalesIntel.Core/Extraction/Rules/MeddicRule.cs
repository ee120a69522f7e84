using System.Text.RegularExpressions;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>How one element of MEDDIC is recognised in a sentence.</summary>
/// <param name="Name">JSON name of the element.</param>
/// <param name="Strong">Words that alone make a sentence evidence.</param>
/// <param name="Weak">Words that do so only beside others, or after a question for the element.</param>
/// <param name="Asked">A question for the element: the answers that follow count more.</param>
/// <param name="Keep">Sentences that make up the value.</param>
internal sealed record MeddicRule(string Name, Regex Strong, Regex Weak, Regex Asked, int Keep);
