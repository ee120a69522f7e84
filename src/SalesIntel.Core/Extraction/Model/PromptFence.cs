using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Extraction;

/// <summary>Marks where untrusted text begins and ends in a prompt. The mark is derived from the text itself, so that the
/// same input gives the same prompt, and is one that occurs in none of the texts, so that no text can end its fence.</summary>
internal sealed class PromptFence
{
    private readonly string _mark;

    private PromptFence(string mark) => _mark = mark;

    /// <summary>The mark, for the sentence that explains it.</summary>
    public string Mark => _mark;

    /// <summary>A fence for these texts.</summary>
    public static PromptFence For(params IReadOnlyList<string> texts)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        var seed = hash.GetHashAndReset();
        while (true)
        {
            var mark = Convert.ToHexStringLower(seed.AsSpan(0, 8));
            if (!texts.Any(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            {
                return new PromptFence(mark);
            }

            seed = SHA256.HashData(seed);
        }
    }

    /// <summary>The text inside its fence.</summary>
    public string Wrap(string label, string text) => $"<<<{label} {_mark}\n{text}\n{_mark} {label}>>>";
}
