namespace SalesIntel.Hosting.Sqlite;

/// <summary>A value for a placeholder of a statement. Times become microseconds since 1970.</summary>
internal readonly struct SqliteValue
{
    private SqliteValue(Form form, long number = 0, string? text = null, ReadOnlyMemory<byte> bytes = default) =>
        (Kind, Number, Text, Bytes) = (form, number, text, bytes);

    /// <summary>Which of the members holds the value.</summary>
    public enum Form
    {
        Null,
        Number,
        Text,
        Utf8,
        Bytes,
    }

    public Form Kind { get; }

    public long Number { get; }

    public string? Text { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public static implicit operator SqliteValue(string? text) => text is null ? default : new(Form.Text, text: text);

    public static implicit operator SqliteValue(long number) => new(Form.Number, number);

    public static implicit operator SqliteValue(bool flag) => new(Form.Number, flag ? 1 : 0);

    public static implicit operator SqliteValue(DateTimeOffset at) => new(Form.Number, AcceptanceClock.ToMicroseconds(at));

    public static implicit operator SqliteValue(DateTimeOffset? at) => at is { } known ? known : default(SqliteValue);

    /// <summary>A text that is UTF-8 already.</summary>
    public static SqliteValue Utf8Text(byte[] text) => new(Form.Utf8, bytes: text);

    public static implicit operator SqliteValue(ReadOnlyMemory<byte> bytes) => new(Form.Bytes, bytes: bytes);
}
