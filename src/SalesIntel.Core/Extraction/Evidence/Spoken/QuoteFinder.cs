using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Finds quotes in a transcript: word for word in the turn named, in its neighbours, anywhere; then nearly word for word
/// in the turn named and its neighbours. Built once for a transcript.</summary>
/// <remarks>"Nearly" is a longest common subsequence of at least three quarters of the quote's words that is not spread over
/// more than three times its length, and the words that differ are neither numbers nor names nor negations.</remarks>
internal sealed class QuoteFinder
{
    private const int Neighbours = 2;
    private const double MinSimilarity = 0.75;
    private const double MinDensity = 1.0 / 3;
    private const int MinWordsAnywhere = 3;
    private const int MinWordsNearly = 4;
    private const int MaxQuoteWords = 120;
    private const int MaxTurnWordsNearly = 4_000;
    private const int MaxGapWords = 60;

    private readonly IReadOnlyList<TranscriptTurn> _turns;
    private readonly Word[][] _words;

    public QuoteFinder(IReadOnlyList<TranscriptTurn> turns)
    {
        _turns = turns;
        _words = new Word[turns.Count][];
        for (var i = 0; i < turns.Count; i++)
        {
            _words[i] = Word.Split(turns[i].Text);
        }
    }

    /// <summary>Looks for a quote.</summary>
    /// <param name="quote">The model's quote.</param>
    /// <param name="turn">The number of the turn that the model named, from 1.</param>
    /// <returns>Where it is, with the transcript's own words; null when it is nowhere.</returns>
    public QuotePlace? Find(string quote, int? turn)
    {
        var parts = quote.Split(["...", "…"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 ? Joined(parts, turn) : null;
    }

    // "We counted it ... nineteen days": all parts in one turn, in order, and what was left out is read too.
    private QuotePlace? Joined(string[] parts, int? turn)
    {
        if (FindWhole(parts[0], turn) is not { } first)
        {
            return null;
        }

        var words = _words[first.Turn - 1];
        var last = Array.FindLastIndex(words, word => word.End <= first.End);
        foreach (var part in parts.Skip(1).Select(part => Array.ConvertAll(Word.Split(part), word => word.Text)))
        {
            var at = Enumerable.Range(last + 1, Math.Max(0, Math.Min(MaxGapWords, words.Length - last - part.Length))).FirstOrDefault(
                start => part.Select((word, i) => words[start + i].Text == word).All(same => same), -1);
            if (at < 0)
            {
                return null;
            }

            last = at + part.Length - 1;
        }

        return Place(first.Turn - 1, Array.FindIndex(words, word => word.Start >= first.Start), last);
    }

    private QuotePlace? FindWhole(string quote, int? turn)
    {
        var words = Array.ConvertAll(Word.Split(quote), word => word.Text);
        if (words.Length == 0 || words.Length > MaxQuoteWords)
        {
            return null;
        }

        // The turn named comes first, then those beside it; without one all in order.
        var named = turn is { } number && number >= 1 && number <= _turns.Count ? number - 1 : -1;
        int[] all = [.. Enumerable.Range(0, _turns.Count).OrderBy(i => Math.Abs(i - named))];
        int[] near = named < 0 ? [] : [.. all.TakeWhile(i => Math.Abs(i - named) <= Neighbours)];
        foreach (var index in words.Length >= MinWordsAnywhere ? all : near)
        {
            if (Exact(index, words) is { } place)
            {
                return place;
            }
        }

        return words.Length < MinWordsNearly ? null : near.Select(i => Nearly(i, words, quote)).FirstOrDefault(p => p is not null);
    }

    private QuotePlace? Exact(int index, string[] quote)
    {
        var words = _words[index];
        for (var start = 0; start + quote.Length <= words.Length; start++)
        {
            var length = 0;
            while (length < quote.Length && string.Equals(words[start + length].Text, quote[length], StringComparison.Ordinal))
            {
                length++;
            }

            if (length == quote.Length)
            {
                return Place(index, start, start + length - 1);
            }
        }

        return null;
    }

    // Longest common subsequence by rows; beside each length stands where the match began, as late as possible.
    private QuotePlace? Nearly(int index, string[] quote, string text)
    {
        var words = _words[index];
        if (words.Length > MaxTurnWordsNearly)
        {
            return null;
        }

        var previous = new (int Length, int Start)[words.Length + 1];
        var current = new (int Length, int Start)[words.Length + 1];
        foreach (var wanted in quote)
        {
            for (var j = 1; j <= words.Length; j++)
            {
                var best = Better(previous[j], current[j - 1]);
                if (string.Equals(words[j - 1].Text, wanted, StringComparison.Ordinal))
                {
                    var (length, start) = previous[j - 1];
                    best = Better(best, (length + 1, length == 0 ? j - 1 : start));
                }

                current[j] = best;
            }

            (previous, current) = (current, previous);
        }

        for (var j = 1; j <= words.Length; j++)
        {
            var (length, start) = previous[j];
            if (length >= quote.Length * MinSimilarity && length >= (j - start) * MinDensity)
            {
                var place = Place(index, start, j - 1);
                return QuoteDifference.IsHarmless(text, place.Text) ? place : null;
            }
        }

        return null;
    }

    private static (int Length, int Start) Better((int Length, int Start) a, (int Length, int Start) b) =>
        a.Length > b.Length || (a.Length == b.Length && a.Start >= b.Start) ? a : b;

    private QuotePlace Place(int index, int first, int last)
    {
        var turn = _turns[index];
        var text = turn.Text[_words[index][first].Start.._words[index][last].End];
        return new QuotePlace(
            index + 1, turn.Speaker, TextCleaner.Line(text), turn.At, _words[index][first].Start, _words[index][last].End);
    }
}
