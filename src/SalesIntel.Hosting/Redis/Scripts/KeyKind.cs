namespace SalesIntel.Hosting.Redis;

/// <summary>What one of our keys holds, as the letter by which scripts know it.</summary>
internal enum KeyKind
{
    /// <summary>A string.</summary>
    Text = 's',

    /// <summary>A hash.</summary>
    Hash = 'h',

    /// <summary>A sorted set.</summary>
    Sorted = 'z',
}
