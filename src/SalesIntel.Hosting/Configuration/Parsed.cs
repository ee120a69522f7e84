namespace SalesIntel.Hosting.Configuration;

/// <summary>A text that was read, or what it must be.</summary>
/// <param name="Value">The value; meaningless when <paramref name="MustBe"/> is set.</param>
/// <param name="MustBe">Completes the sentence "X is 'abc': must be ..."; null when the text could be read.</param>
internal readonly record struct Parsed<T>(T Value, string? MustBe)
{
    public static Parsed<T> Good(T value) => new(value, null);

    public static Parsed<T> Bad(string mustBe) => new(default!, mustBe);
}
