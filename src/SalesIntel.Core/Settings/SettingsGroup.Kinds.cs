using System.Runtime.CompilerServices;

namespace SalesIntel.Settings;

/// <content>One method for each kind of value. The name is null for a property that is set in code only: it is validated and in no table.
/// The parameter <c>property</c> is filled by the compiler.</content>
public sealed partial class SettingsGroup<TOptions>
{
    /// <summary>Declares a setting that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">Name in the environment.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="property">Left out.</param>
    public SettingsGroup<TOptions> Flag(
        string name,
        Func<TOptions, bool> get,
        Action<TOptions, bool> set,
        string meaning,
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.Flag, meaning, property);

    /// <summary>Declares a setting that is <c>true</c>, <c>false</c>, or, while it is not set, follows something else.</summary>
    /// <param name="name">Name in the environment.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="unset">What holds while it is not set, in words.</param>
    /// <param name="property">Left out.</param>
    public SettingsGroup<TOptions> Flag(
        string name,
        Func<TOptions, bool?> get,
        Action<TOptions, bool?> set,
        string meaning,
        string unset,
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.OptionalFlag, meaning, property, unset: unset);

    /// <summary>Declares a whole number.</summary>
    /// <param name="name">Name in the environment; null for a property that is set in code only.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="least">The lowest value allowed.</param>
    /// <param name="most">The highest value allowed.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="property">Left out.</param>
    public SettingsGroup<TOptions> Number(
        string? name,
        Func<TOptions, int> get,
        Action<TOptions, int> set,
        int least,
        int most,
        string meaning = "",
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.Number(least, most), meaning, property);

    /// <summary>Declares a number that may have decimals, such as an amount of money.</summary>
    /// <inheritdoc cref="Number" path="/param"/>
    public SettingsGroup<TOptions> Amount(
        string? name,
        Func<TOptions, decimal> get,
        Action<TOptions, decimal> set,
        decimal least,
        decimal most,
        string meaning = "",
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.Amount(least, most), meaning, property);

    /// <summary>Declares a span of time that is written in seconds, decimals allowed.</summary>
    /// <inheritdoc cref="Number" path="/param"/>
    public SettingsGroup<TOptions> Seconds(
        string? name,
        Func<TOptions, TimeSpan> get,
        Action<TOptions, TimeSpan> set,
        double least,
        double most,
        string meaning = "",
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.Seconds(least, most), meaning, property);

    /// <summary>Declares a span of time that is written in minutes, decimals allowed.</summary>
    /// <inheritdoc cref="Number" path="/param"/>
    public SettingsGroup<TOptions> Minutes(
        string? name,
        Func<TOptions, TimeSpan> get,
        Action<TOptions, TimeSpan> set,
        double least,
        double most,
        string meaning = "",
        [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(name, get, set, ValueFormats.Minutes(least, most), meaning, property);

    /// <summary>Declares a text. A property that is empty or null by default may stay so; any other value must have the form.</summary>
    /// <param name="name">Name in the environment; null for a property that is set in code only.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="form">What it must look like; null = <see cref="SettingForm.Text"/>.</param>
    /// <param name="isSecret">Its value is not shown anywhere.</param>
    /// <param name="unset">What holds while it is not set, in words.</param>
    /// <param name="property">Left out.</param>
    public SettingsGroup<TOptions> Text(
        string? name,
        Func<TOptions, string?> get,
        Action<TOptions, string> set,
        string meaning = "",
        SettingForm? form = null,
        bool isSecret = false,
        string unset = "",
        [CallerArgumentExpression(nameof(get))] string property = "")
    {
        form ??= SettingForm.Text;
        return Add(name, get, set, ValueFormats.Text(form), meaning, property, isSecret, form.HidesValue, unset);
    }

    /// <summary>Declares a list of texts, which is written with commas.</summary>
    /// <param name="name">Name in the environment; null for a property that is set in code only.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="item">What each item must look like, and the sentence about the whole; null = <see cref="SettingForm.Text"/>.</param>
    /// <param name="isSecret">Its value is not shown anywhere.</param>
    /// <param name="property">Left out.</param>
    public SettingsGroup<TOptions> List(
        string? name,
        Func<TOptions, IReadOnlyList<string>?> get,
        Action<TOptions, IReadOnlyList<string>> set,
        string meaning = "",
        SettingForm? item = null,
        bool isSecret = false,
        [CallerArgumentExpression(nameof(get))] string property = "")
    {
        item ??= SettingForm.Text;
        return Add(name, get, set, ValueFormats.List(item), meaning, property, isSecret, item.HidesValue);
    }

    /// <summary>Declares one of several words.</summary>
    /// <param name="name">Name in the environment.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="meaning">What it does, one line of Markdown.</param>
    /// <param name="words">The words, in any case, and what they stand for.</param>
    /// <param name="property">Left out.</param>
    /// <typeparam name="TValue">The property's type.</typeparam>
    public SettingsGroup<TOptions> Choice<TValue>(
        string name,
        Func<TOptions, TValue> get,
        Action<TOptions, TValue> set,
        string meaning,
        IReadOnlyList<(string Word, TValue Value)> words,
        [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct, Enum => Add(name, get, set, ValueFormats.Choice(words), meaning, property);
}
