using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Brings one value into the JSON form of its field's type, zoho.com/crm/developer/docs/api/v8/modules-api.html. Reasons
/// never repeat the value.</summary>
internal static class ValueFormatter
{
    // What Zoho's numbers with a point take: before it, and behind it.
    private const int MostDigits = 16;
    private const int MostPercentDigits = 5;
    private const int MostPlaces = 9;

    /// <summary>What picklists show where nothing is chosen: no value, although it is listed as one.</summary>
    internal const string NoChoice = "-None-";

    // A comma that does not stand before three digits may be a decimal point in the language of whoever wrote it.
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Formats a value.</summary>
    /// <param name="field">What Zoho says about the field.</param>
    /// <param name="value">Not null.</param>
    /// <param name="allowUnknownPicklistValues">See <see cref="ZohoOptions.AllowUnknownPicklistValues"/>.</param>
    public static FormattedValue Format(ZohoField field, JsonNode value, bool allowUnknownPicklistValues) => field.DataType switch
    {
        "text" or "email" => Text(value, field.Length ?? 255, oneLine: true, mayShorten: field.DataType == "text"),
        "textarea" => Text(value, field.Length ?? 2_000, oneLine: false, mayShorten: true),
        "phone" => Phone(value, field.Length ?? 30),
        "website" => Website(value, field.Length ?? 255),
        "picklist" => Picklist(value, field.PicklistValues, allowUnknownPicklistValues),
        "multiselectpicklist" => MultiSelect(value, field.PicklistValues, allowUnknownPicklistValues),
        "integer" => Integer(value, 9, asText: false),
        "bigint" => Integer(value, 18, asText: true),
        "double" or "currency" => Number(value, MostDigits, Math.Min(field.DecimalPlaces ?? MostPlaces, MostPlaces)),
        "percent" => Number(value, MostPercentDigits, Math.Min(field.DecimalPlaces ?? MostPlaces, MostPlaces)),
        "boolean" => Boolean(value),
        "date" => Date(value),
        "datetime" => DateTime(value),
        "lookup" or "userlookup" or "ownerlookup" => Lookup(value),
        _ => FormattedValue.Whole(value.DeepClone()),
    };

    /// <summary>A telephone number.</summary>
    public static FormattedValue Phone(JsonNode value, int max) => AsText(value) is not { } text
        ? Dropped("text")
        : PhoneFormat.Of(text, max) is { } phone ? FormattedValue.Whole(phone)
        : FormattedValue.Dropped("not a telephone number that Zoho takes, left out");

    /// <summary>A web address.</summary>
    public static FormattedValue Website(JsonNode value, int max) => AsText(value) is not { } text
        ? Dropped("text")
        : WebsiteFormat.Of(text, max) is { } address ? FormattedValue.Whole(address)
        : FormattedValue.Dropped($"not a web address of up to {max} characters, left out");

    /// <summary>Formats by the type that a refusal named, where nothing else is known.</summary>
    public static FormattedValue ForType(string? type, JsonNode value) => type switch
    {
        "integer" => Integer(value, 9, asText: false),
        "bigint" => Integer(value, 18, asText: true),
        "double" or "currency" => Number(value, MostDigits, MostPlaces),
        "percent" => Number(value, MostPercentDigits, MostPlaces),
        "boolean" => Boolean(value),
        "date" => Date(value),
        "datetime" => DateTime(value),
        "text" or "string" or "textarea" when value.GetValueKind() != JsonValueKind.String && AsText(value) is { } text =>
            FormattedValue.Whole(text),
        "jsonarray" or "multiselectpicklist" when AsText(value) is { } one => FormattedValue.Whole(new JsonArray(one)),
        _ => FormattedValue.Dropped(""),
    };

    private static FormattedValue Text(JsonNode value, int max, bool oneLine, bool mayShorten)
    {
        if (AsText(value) is not { } text)
        {
            return Dropped("text");
        }

        var clean = oneLine ? TextCleaner.Line(text) : TextCleaner.Block(text);
        return clean.Length <= max ? FormattedValue.Whole(clean)
            : mayShorten ? FormattedValue.Changed(TextCleaner.Shorten(clean, max), $"shortened to {Counted.Of(max, "character")}")
            : FormattedValue.Dropped($"longer than {Counted.Of(max, "character")}, left out");
    }

    private static FormattedValue Picklist(JsonNode value, IReadOnlyList<ZohoPicklistValue>? values, bool allowUnknown)
    {
        if (AsText(value) is not { } text)
        {
            return Dropped("text");
        }

        return Match(text, values) is { } listed ? FormattedValue.Whole(listed)
            : allowUnknown && text.Trim() != NoChoice ? FormattedValue.Whole(text.Trim())
            : FormattedValue.Dropped("not one of the picklist's values, left out; add the value in Zoho or change the mapping");
    }

    private static FormattedValue MultiSelect(JsonNode value, IReadOnlyList<ZohoPicklistValue>? values, bool allowUnknown)
    {
        var wanted = value is JsonArray array
            ? [.. array.Select(v => v is null ? null : AsText(v)).OfType<string>()]
            : AsText(value)?.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var chosen = wanted.Select(w => Match(w, values) ?? (allowUnknown && w.Trim() != NoChoice ? w.Trim() : null)).OfType<string>().Distinct().ToList();
        if (chosen.Count == 0 && wanted.Length > 0)
        {
            return FormattedValue.Dropped("none of them is one of the picklist's values, left out");
        }

        var formatted = new JsonArray([.. chosen.Select(c => (JsonNode)JsonValue.Create(c))]);
        return chosen.Count == wanted.Distinct().Count() ? FormattedValue.Whole(formatted)
            : FormattedValue.Changed(formatted, "values that the picklist does not have were left out");
    }

    private static string? Match(string text, IReadOnlyList<ZohoPicklistValue>? values)
    {
        var wanted = text.Trim();
        var used = values?.Where(v => v is { IsUsed: true, ActualValue: not (null or NoChoice) }).ToList() ?? [];
        return (used.FirstOrDefault(v => v.ActualValue == wanted)
            ?? used.FirstOrDefault(v => string.Equals(v.ActualValue, wanted, StringComparison.OrdinalIgnoreCase))
            ?? used.FirstOrDefault(v => string.Equals(v.DisplayValue, wanted, StringComparison.OrdinalIgnoreCase)))?.ActualValue
            ?? ByLetters(used, v => v.ActualValue, wanted) ?? ByLetters(used, v => v.DisplayValue, wanted);
    }

    /// <summary>The value that differs in punctuation only; null when several do ("C" and "C++").</summary>
    internal static string? ByLetters(IEnumerable<string> values, string wanted) =>
        ZohoValueComparer.Letters(wanted) is { Length: > 0 } letters
        && values.Where(value => ZohoValueComparer.Letters(value) == letters).Distinct().Take(2).ToList() is [var only]
            ? only
            : null;

    private static string? ByLetters(IReadOnlyList<ZohoPicklistValue> values, Func<ZohoPicklistValue, string?> text, string wanted) =>
        ByLetters(values.Select(text).OfType<string>(), wanted) is { } spelling
            ? values.First(value => text(value) == spelling).ActualValue
            : null;

    private static FormattedValue Integer(JsonNode value, int digits, bool asText)
    {
        if (AsText(value) is not { } text
            || ReadNumber(text) is not { } number
            || decimal.Truncate(number) != number
            || (asText && text.Count(char.IsAsciiDigit) > digits)
            || Math.Abs(number) >= (decimal)Math.Pow(10, digits))
        {
            return Dropped($"a whole number of up to {Counted.Of(digits, "digit")}");
        }

        return FormattedValue.Whole(asText
            ? JsonValue.Create(text.Trim().All(char.IsAsciiDigit) ? text.Trim() : number.ToString("0", CultureInfo.InvariantCulture))
            : JsonValue.Create((int)number));
    }

    private static FormattedValue Number(JsonNode value, int digits, int places)
    {
        if (AsText(value) is not { } text || ReadNumber(text) is not { } number)
        {
            return Dropped("a number");
        }

        var rounded = decimal.Round(number, places, MidpointRounding.AwayFromZero);
        return Math.Abs(decimal.Truncate(rounded)) >= (decimal)Math.Pow(10, digits)
            ? Dropped($"a number of up to {Counted.Of(digits, "digit")} before the point")
            : rounded == number ? FormattedValue.Whole(JsonValue.Create(number))
            : FormattedValue.Changed(JsonValue.Create(rounded), $"rounded to {Counted.Of(places, "place")} behind the point");
    }

    private static decimal? ReadNumber(string text)
    {
        var trimmed = text.Trim();
        var plain = trimmed.Split('.')[0].Split(',') is [{ Length: > 0 }, _, ..] groups && groups.Skip(1).All(group => group.Length == 3)
            ? trimmed.Replace(",", "", StringComparison.Ordinal)
            : trimmed;
        return decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static FormattedValue Boolean(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => FormattedValue.Whole(value.DeepClone()),
        JsonValueKind.String when bool.TryParse(value.GetValue<string>(), out var flag) => FormattedValue.Whole(JsonValue.Create(flag)),
        _ => Dropped("true or false"),
    };

    private static FormattedValue Date(JsonNode value)
    {
        var text = AsText(value)?.Trim();
        return text is { Length: >= 10 } && (text.Length == 10 || text[10] is 'T' or ' ')
            && TimeText.ReadDay(text.AsSpan(0, 10)) is { } day
                ? FormattedValue.Whole(TimeText.Day(day))
                : Dropped("a date, yyyy-MM-dd");
    }

    // Fractions of a second are refused and "Z" is not documented, so the form is made anew from whatever came.
    private static FormattedValue DateTime(JsonNode value) =>
        AsText(value) is { Length: >= 16 } text && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? FormattedValue.Whole(TimeText.WithOffset(at))
            : Dropped("a date and time");

    private static FormattedValue Lookup(JsonNode value) => value is JsonObject
        ? FormattedValue.Whole(value.DeepClone())
        : AsText(value) is { Length: > 0 and <= 20 } id && id.All(char.IsAsciiDigit) ? FormattedValue.Whole(new JsonObject { ["id"] = id })
        : Dropped("the id of a record");

    private static string? AsText(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    private static FormattedValue Dropped(string expected) => FormattedValue.Dropped($"is not {expected}, left out");
}
