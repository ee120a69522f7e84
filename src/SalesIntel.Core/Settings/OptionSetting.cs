namespace SalesIntel.Settings;

/// <summary>A setting with the type of its property.</summary>
internal sealed class OptionSetting<TOptions, TValue>(
    Func<TOptions, TValue?> get, Action<TOptions, TValue> set, ValueFormat<TValue> format) : Setting<TOptions>
{
    public override string? Apply(TOptions options, string text)
    {
        var (isRead, value) = format.TryRead(text);
        if (!isRead || format.Fault(value) is not null)
        {
            return Refused(Name!, text, format.MustBe);
        }

        set(options, value);
        return null;
    }

    public override string? Check(TOptions options, TOptions defaults)
    {
        if (get(options) is not { } value)
        {
            return get(defaults) is null ? null : $"{InCode("")} is null: must be {format.MustBe}";
        }

        var mayBeNothing = get(defaults) is not { } fallback || format.IsNothing(fallback);
        return (mayBeNothing && format.IsNothing(value)) || format.Fault(value) is not { } index
            ? null
            : Refused(InCode(index), format.Write(value), format.MustBe);
    }

    public override string Write(TOptions options) => get(options) is { } value ? format.Write(value) : "";
}
