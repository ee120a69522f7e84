using System.Collections;
using System.Runtime.CompilerServices;

namespace SalesIntel.Extraction;

/// <summary>The tokens of a text. The checks go through them again and again, which by an interface or by LINQ costs several times as
/// much as by an array; the methods that LINQ has too are called in place of LINQ's.</summary>
[CollectionBuilder(typeof(TokenList), nameof(Create))]
internal sealed class TokenList(Token[] tokens) : IReadOnlyList<Token>
{
    public int Count => tokens.Length;

    public ref readonly Token this[int index] => ref tokens[index];

    Token IReadOnlyList<Token>.this[int index] => tokens[index];

    public static implicit operator TokenList(Token[] tokens) => new(tokens);

    public static TokenList Create(ReadOnlySpan<Token> tokens) => new(tokens.ToArray());

    public ReadOnlySpan<Token>.Enumerator GetEnumerator() => new ReadOnlySpan<Token>(tokens).GetEnumerator();

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => ((IEnumerable<Token>)tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tokens.GetEnumerator();

    /// <summary>Some of them as a text of their own.</summary>
    /// <param name="first">Index of the first one.</param>
    /// <param name="end">Index after the last one.</param>
    public Token[] Slice(int first, int end) => tokens[first..end];

    public bool Any(Func<Token, bool> predicate)
    {
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (predicate(token))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<Token, bool> predicate) => !Any(token => !predicate(token));

    public IEnumerable<Token> Where(Func<Token, bool> predicate) => tokens.Where(predicate);

    public IEnumerable<T> Select<T>(Func<Token, T> selector) => tokens.Select(selector);
}
