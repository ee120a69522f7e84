using StackExchange.Redis;

namespace SalesIntel.Hosting.Redis;

/// <summary>Keys and arguments of one run of a script, the arguments in the order in which it reads them.</summary>
internal sealed class ScriptCall
{
    private readonly List<RedisKey> keys = [];
    private readonly StringBuilder kinds = new();

    // In front of them stand the kinds of the keys, which are known at the end.
    private readonly List<RedisValue> values = [RedisValue.EmptyString];

    public RedisKey[] Keys => [.. keys];

    public RedisValue[] Values
    {
        get
        {
            values[0] = kinds.ToString();
            return [.. values];
        }
    }

    public ScriptCall With(KeyKind kind, params ReadOnlySpan<RedisKey> added)
    {
        foreach (var key in added)
        {
            keys.Add(key);
            kinds.Append((char)kind);
        }

        return this;
    }

    /// <summary>Adds a key and, as an argument, its number.</summary>
    public ScriptCall AddKey(KeyKind kind, RedisKey key)
    {
        With(kind, key);
        values.Add(keys.Count);
        return this;
    }

    /// <summary>Adds arguments.</summary>
    public ScriptCall Add(params ReadOnlySpan<RedisValue> added)
    {
        values.AddRange(added);
        return this;
    }

    /// <summary>Adds a time as milliseconds since 1970.</summary>
    public ScriptCall Add(DateTimeOffset at) => Add(at.ToUnixTimeMilliseconds());

    /// <summary>Adds a time to live as milliseconds.</summary>
    public ScriptCall Add(TimeSpan life) => Add((long)life.TotalMilliseconds);

    public ScriptCall AddList(IReadOnlyCollection<RedisValue> list)
    {
        values.Add(list.Count);
        values.AddRange(list);
        return this;
    }

    /// <summary>Adds fields of a hash as a list.</summary>
    public ScriptCall AddFields(IReadOnlyCollection<HashEntry> fields)
    {
        values.Add(fields.Count * 2);
        foreach (var field in fields)
        {
            values.Add(field.Name);
            values.Add(field.Value);
        }

        return this;
    }

    /// <summary>The key with a number, counted from 1.</summary>
    public RedisKey Key(long number) => keys[(int)number - 1];
}
