namespace SalesIntel.Simulator;

/// <summary>
/// The part of COQL that finding a lead needs: <c>select a, b from Leads where … [limit n]</c> with =, !=, in, is null,
/// is not null, and, or, brackets. Comparisons ignore case. Sees writes at once, and converted leads too.
/// </summary>
internal sealed class CoqlQuery
{
    private const int MaxInValues = 100;

    private readonly List<CoqlToken> _tokens;
    private int _at;

    private CoqlQuery(List<CoqlToken> tokens) => _tokens = tokens;

    public List<string> Columns { get; } = [];

    public string Module { get; private set; } = "";

    public Func<LeadRow, bool> Where { get; private set; } = _ => false;

    public int Limit { get; private set; } = 200;

    public int Offset { get; private set; }

    /// <summary>The first name that is not a field of the module.</summary>
    public string? UnknownField { get; private set; }

    /// <returns>The query, or <see langword="null"/> on a syntax error.</returns>
    public static CoqlQuery? Parse(string text)
    {
        if (CoqlToken.Split(text) is not { } tokens)
        {
            return null;
        }

        var query = new CoqlQuery(tokens);
        return query.Read() && query._at == tokens.Count ? query : null;
    }

    private CoqlToken? Current => _at < _tokens.Count ? _tokens[_at] : null;

    private bool Read()
    {
        if (!Skip("select"))
        {
            return false;
        }

        do
        {
            Columns.Add(Field());
        }
        while (Skip(","));

        if (!Skip("from"))
        {
            return false;
        }

        Module = Next();
        if (!Skip("where") || Any() is not { } condition)
        {
            return false;
        }

        Where = condition;
        if (Skip("limit"))
        {
            var first = Next();
            var hasOffset = Skip(",");
            if (!int.TryParse(hasOffset ? Next() : first, out var limit) || !int.TryParse(hasOffset ? first : "0", out var offset))
            {
                return false;
            }

            Offset = offset;

            Limit = Math.Min(limit, 200);
        }

        return true;
    }

    private Func<LeadRow, bool>? Any()
    {
        var left = All();
        while (left is not null && Skip("or"))
        {
            var (first, right) = (left, All());
            left = right is null ? null : row => first(row) || right(row);
        }

        return left;
    }

    private Func<LeadRow, bool>? All()
    {
        var left = One();
        while (left is not null && Skip("and"))
        {
            var (first, right) = (left, One());
            left = right is null ? null : row => first(row) && right(row);
        }

        return left;
    }

    private Func<LeadRow, bool>? One()
    {
        if (Skip("("))
        {
            var inner = Any();
            return Skip(")") ? inner : null;
        }

        var field = Field();
        if (Skip("is"))
        {
            var wanted = !Skip("not");
            return Skip("null") ? row => string.IsNullOrEmpty(Value(row, field)) == wanted : null;
        }

        if (Skip("in"))
        {
            return In(field);
        }

        var isEqual = Skip("=");
        if ((!isEqual && !Skip("!=")) || Current is null)
        {
            return null;
        }

        var value = Next();
        return row => Same(Value(row, field), value) == isEqual;
    }

    private Func<LeadRow, bool>? In(string field)
    {
        var values = new List<string>();
        if (!Skip("("))
        {
            return null;
        }

        do
        {
            values.Add(Next());
        }
        while (Skip(","));

        var known = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Skip(")") && values.Count <= MaxInValues ? row => Value(row, field) is { } value && known.Contains(value) : null;
    }

    private string Field()
    {
        var name = Next();
        if (name != "id" && FieldCatalog.Find(name) is null)
        {
            UnknownField ??= name;
        }

        return name;
    }

    private string Next() => _at < _tokens.Count ? _tokens[_at++].Text : "";

    private bool Skip(string word)
    {
        if (Current?.Is(word) != true)
        {
            return false;
        }

        _at++;
        return true;
    }

    private static string? Value(LeadRow row, string field) => LeadView.Value(row, row.Fields, field)?.ToString();

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
