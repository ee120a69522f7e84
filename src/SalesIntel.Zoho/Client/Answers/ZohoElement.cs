namespace SalesIntel.Zoho.Client;

/// <summary>One result element: <c>{code, status, message, details}</c>. The message is left out on purpose, it may repeat a
/// value.</summary>
/// <param name="Code">Zoho's code, letters, digits and underscores only.</param>
/// <param name="IsSuccess">True when the record was written.</param>
/// <param name="Action"><c>insert</c> or <c>update</c> after an upsert.</param>
/// <param name="DuplicateField">The field by which an upsert found the record.</param>
/// <param name="Details">Depends on the code.</param>
/// <param name="Errors">The elements of which it consists; empty for one that says all itself.</param>
internal sealed partial record ZohoElement(
    string Code, bool IsSuccess, string? Action, string? DuplicateField, JsonElement Details, IReadOnlyList<ZohoElement> Errors)
{
    private const string Several = "MULTIPLE_OR_MULTI_ERRORS";

    /// <summary>Id of the record that was written or that is meant.</summary>
    public string? Id => Text(Details, "id") is { Length: > 0 and <= 40 } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;

    /// <summary>The field that is meant. The path comes first: for a wrong owner the name is <c>id</c>, and only the path
    /// <c>$.data[0].Owner.id</c> tells whose. Of two fields that do not go together Zoho may name the other one alone.</summary>
    public string? Field => Name(Path switch
    {
        [var data, var top, ..] when NameOf(data) == WriteParts.Records => NameOf(top),
        [var top, ..] when NameOf(top) != WriteParts.Records => NameOf(top),
        _ => null,
    }) ?? Name(Text(Details, "api_name")) ?? Name(Text(Object(Details, "dependee"), "api_name"));

    /// <summary>The parameter that is meant.</summary>
    public string? Parameter => Name(Text(Details, "param_name") ?? Text(Details, "param"));

    /// <summary>Which of the records that were sent is meant; null when the element does not say.</summary>
    public int? Index => Path is [var data, ..] && NameOf(data) == WriteParts.Records && data.Length > WriteParts.Records.Length
        && int.TryParse(data[(WriteParts.Records.Length + 1)..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    /// <summary>True when what stands beside the records is meant, such as a rule or a trigger: it would be refused with any of them.</summary>
    public bool IsBesideRecords => Path is [var part, ..] && WriteParts.IsBesideRecords(NameOf(part));

    /// <summary>True when a read is told that there is nothing.</summary>
    public bool IsNothing => Code is "NO_CONTENT" or "NO_RECORDS_FOUND";

    /// <summary>True when there is no record with the id that was given.</summary>
    public bool IsNoRecord => IsNothing || Code is "RECORD_NOT_FOUND" or "RESOURCE_NOT_FOUND" or "NOT_FOUND";

    // From the list of records on, or from the record, whichever way the path is written: $.data[0].City, $['data'][0]['City'], /data/0/City, $.City.
    private string[]? Path => Text(Details, "json_path") is { } path
        ? Places().Replace(Quotes().Replace(path, name => $".{name.Groups[1].Value}").Replace('/', '.'), place => $"[{place.Groups[1].Value}]")
            .TrimStart('$').Split('.', StringSplitOptions.RemoveEmptyEntries)
        : null;

    /// <summary>Reads an element; null when it is none.</summary>
    public static ZohoElement? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "code") is not { Length: > 0 and <= 64 } code
            || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            return null;
        }

        var said = element.TryGetProperty("details", out var d) ? d : default;
        var details = said.ValueKind == JsonValueKind.Array
            ? said.EnumerateArray().FirstOrDefault(one => one.ValueKind == JsonValueKind.Object)
            : said.ValueKind == JsonValueKind.Object ? said : default;
        var success = code == "SUCCESS"
            || string.Equals(Text(element, "status"), "success", StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<ZohoElement> errors = code == Several
            ? [.. List(details, "errors").Concat(List(element, "errors")).Concat(List(element, "details")).Select(Read).OfType<ZohoElement>()]
            : [];
        return new ZohoElement(code, success, Text(element, "action"), Name(Text(element, "duplicate_field")), details, errors);
    }

    /// <summary>The elements of one that consists of several, else this one.</summary>
    public IReadOnlyList<ZohoElement> Flatten() => Errors.Count == 0 ? [this] : [.. Errors.SelectMany(error => error.Flatten())];

    /// <summary>What was refused, for whoever has to do something about it.</summary>
    public ZohoProblem ToProblem() => new()
    {
        Code = Code,
        Field = Field,
        Parameter = Parameter,
        RecordId = Id,
        MaximumLength = Number("maximum_length") ?? (Code == RecordCodes.LimitExceeded && Field is not null ? Number("limit") : null),
        ExpectedType = Name(Text(Details, "expected_data_type")),
        SupportedValues = [.. List(Details, "supported_values").Select(ValueOf).OfType<string>()],
        Duplicates = [.. Duplicates().DistinctBy(duplicate => duplicate.Id)],
        HasMoreDuplicates = Details.ValueKind == JsonValueKind.Object
            && Details.TryGetProperty("more_records", out var more) && more.ValueKind == JsonValueKind.True,
    };

    /// <summary>A number of the details, rounded up; Zoho's specification has some of them as text.</summary>
    public int? Number(string name) =>
        decimal.TryParse(Text(Details, name)?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number <= int.MaxValue ? (int)decimal.Ceiling(number) : null;

    /// <summary>A list of texts of the details.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. List(Details, name).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)];

    /// <summary>A text of an object, or a number as text: ids come as either.</summary>
    public static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>A list of an object; empty where there is none.</summary>
    public static IEnumerable<JsonElement> List(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    [GeneratedRegex("""\[['"]([^'"\]]*)['"]\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\.([0-9]+)(?=\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    private static JsonElement Object(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    private static string NameOf(string part) => part.Split('[')[0];

    // A text, or what a picklist says of one.
    private static string? ValueOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "actual_value") ?? Text(value, "display_value");

    // Names get into messages and logs: nothing but a name may pass.
    private static string? Name(string? text) =>
        text is { Length: > 0 and <= 100 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? text : null;

    private IEnumerable<ZohoDuplicate> Duplicates()
    {
        if (Code != "DUPLICATE_DATA")
        {
            yield break;
        }

        foreach (var record in Records("duplicate_record"))
        {
            if (Text(record, "id") is { Length: > 0 and <= 40 } other && other.All(char.IsAsciiLetterOrDigit))
            {
                var module = record.TryGetProperty("module", out var named)
                    ? named.ValueKind == JsonValueKind.String ? named.GetString() : Text(named, "api_name")
                    : null;
                yield return new ZohoDuplicate(other, Name(module));
            }
        }

        if (Id is { } id)
        {
            yield return new ZohoDuplicate(id, null);
        }
    }

    // One, or a list of them.
    private IEnumerable<JsonElement> Records(string name) =>
        Details.ValueKind == JsonValueKind.Object && Details.TryGetProperty(name, out var one) && one.ValueKind == JsonValueKind.Object
            ? [one]
            : List(Details, name);
}
