namespace SalesIntel.Settings;

/// <summary>The formats of settings.</summary>
internal static class ValueFormats
{
    public static ValueFormat<bool> Flag { get; } = new(
        "true or false (also yes, no, 1, 0)",
        text => text.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => (true, true),
            "FALSE" or "0" or "NO" => (true, false),
            _ => (false, false),
        },
        _ => null,
        value => value ? "true" : "false");

    public static ValueFormat<bool?> OptionalFlag { get; } = new(
        Flag.MustBe, text => Flag.TryRead(text), _ => null, value => value is { } known ? Flag.Write(known) : "")
    {
        IsNothing = value => value is null,
    };

    public static ValueFormat<int> Number(int least, int most) => new(
        FormattableString.Invariant($"a whole number from {least} to {most}"),
        text => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value),
        value => Fault(value >= least && value <= most),
        value => value.ToString(CultureInfo.InvariantCulture));

    public static ValueFormat<decimal> Amount(decimal least, decimal most) => new(
        FormattableString.Invariant($"a number from {least} to {most}"),
        text => (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var value), value),
        value => Fault(value >= least && value <= most),
        value => value.ToString(CultureInfo.InvariantCulture));

    public static ValueFormat<TimeSpan> Seconds(double least, double most) =>
        Duration("seconds", least, most, TimeSpan.FromSeconds, value => value.TotalSeconds);

    public static ValueFormat<TimeSpan> Minutes(double least, double most) =>
        Duration("minutes", least, most, TimeSpan.FromMinutes, value => value.TotalMinutes);

    public static ValueFormat<string> Text(SettingForm form) => new(
        form.MustBe, text => (true, text), text => Fault(form.IsValid(text)), text => text)
    {
        IsNothing = string.IsNullOrEmpty,
    };

    public static ValueFormat<IReadOnlyList<string>> List(SettingForm item) => new(
        item.MustBe,
        text => (true, text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        items => FirstFault(items, item),
        items => string.Join(',', items))
    {
        IsNothing = items => items.Count == 0,
    };

    public static ValueFormat<TValue> Choice<TValue>(IReadOnlyList<(string Word, TValue Value)> words)
        where TValue : struct, Enum => new(
            $"one of {string.Join(", ", words.Select(one => one.Word))}",
            text => words.Where(one => one.Word.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(one => (true, one.Value))
                .FirstOrDefault(),
            value => Fault(words.Any(one => one.Value.Equals(value))),
            value => words.FirstOrDefault(one => one.Value.Equals(value)).Word ?? value.ToString());

    private static ValueFormat<TimeSpan> Duration(
        string unit, double least, double most, Func<double, TimeSpan> make, Func<TimeSpan, double> amount) => new(
            FormattableString.Invariant($"a number of {unit} from {least} to {most}"),
            text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most ? (true, make(value)) : (false, default),
            value => Fault(amount(value) >= least && amount(value) <= most),
            value => amount(value).ToString(CultureInfo.InvariantCulture));

    private static string? Fault(bool isValid) => isValid ? null : "";

    private static string? FirstFault(IReadOnlyList<string> items, SettingForm form) => items.Index()
        .Where(item => string.IsNullOrWhiteSpace(item.Item) || !form.IsValid(item.Item))
        .Select(item => $"[{item.Index}]").FirstOrDefault();
}
