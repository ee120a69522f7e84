using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Saves a record that Zoho refused for some of its fields: each is shortened, mapped, filled or left out, so that one bad value does
/// not keep the others from the CRM. Zoho may name one field at a time, so this goes on for as long as each refusal can be helped.</summary>
/// <param name="record">Changed in place.</param>
/// <param name="rules">What may be done.</param>
/// <param name="issues">Gets what was done, as <c>Field: reason</c>.</param>
internal sealed class RefusedFields(JsonObject record, RefusedFieldRules rules, List<string> issues)
{
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    /// <summary>The fields that were filled with a stand-in.</summary>
    public IReadOnlyCollection<string> Filled => _filled;

    /// <summary>Changes the record so that it can be sent once more.</summary>
    /// <returns>False when a problem can't be helped; what was done about others is then of no use.</returns>
    public bool TryHelp(IReadOnlyList<ZohoProblem> problems)
    {
        // Of several problems with one field, or with parts of its value, the one that says most is helped; the next answer tells whether that was
        // enough.
        var helped = new HashSet<string>(StringComparer.Ordinal);
        return problems.Count > 0 && problems.OrderByDescending(SaysHow)
            .All(problem => IsOfWhole(problem) || NameOf(problem) is not { } name || helped.Add(name) ? TryHelp(problem) : true);
    }

    private static bool SaysHow(ZohoProblem problem) =>
        problem is { MaximumLength: not null } or { ExpectedType: not null } or { SupportedValues.Count: > 0 };

    // What a blueprint governs is the status, whatever Zoho calls it.
    private string? NameOf(ZohoProblem problem) =>
        problem.Code == "RECORD_IN_BLUEPRINT" && (problem.Field is not { } named || !record.ContainsKey(named)) ? rules.StatusField : problem.Field;

    private bool IsOfWhole(ZohoProblem problem) =>
        RecordCodes.IsOfWhole(problem.Code, isFieldSent: problem.Field is { } name && record.ContainsKey(name));

    private bool TryHelp(ZohoProblem problem)
    {
        if (problem.Code is "MANDATORY_NOT_FOUND")
        {
            return TryFill(problem.Field);
        }

        var name = NameOf(problem);
        if (IsOfWhole(problem) || name is null || !record.TryGetPropertyValue(name, out var value))
        {
            return false;
        }

        var changed = problem.Code is "INVALID_DATA" or RecordCodes.LimitExceeded ? Change(problem, name, value) : FormattedValue.Dropped(Reason(problem));
        if (changed.Send && _changed.Add(name))
        {
            record[name] = changed.Value;
            issues.Add($"{name}: {changed.Reason}");
            return true;
        }

        return TryLeaveOut(name, changed.Send ? "Zoho refused the value in another form, too; left out" : changed.Reason!);
    }

    private bool TryLeaveOut(string name, string reason)
    {
        if (rules.StandInOf(name) is { } standIn && rules.IsNeeded(name))
        {
            return TryReplace(name, standIn, $"{reason}; filled with the stand-in");
        }

        if (rules.IsNeeded(name))
        {
            return false;
        }

        record.Remove(name);
        issues.Add($"{name}: {reason}");
        return true;
    }

    // A value that is cleared can't be cleared in a field that must have one; a field that has none is filled.
    private bool TryFill(string? name)
    {
        if (name is null)
        {
            return false;
        }

        var isSent = record.TryGetPropertyValue(name, out var value);
        if (!string.IsNullOrWhiteSpace(value?.ToString()) && (rules.IsUpdate || rules.StandInOf(name) is null))
        {
            return TryLeaveOut(name, "Zoho finds no value in it (MANDATORY_NOT_FOUND), left out");
        }

        if (isSent && rules.IsUpdate)
        {
            record.Remove(name);
            issues.Add($"{name}: mandatory in Zoho, not cleared");
            return true;
        }

        return rules.StandInOf(name) is { } standIn
            && TryReplace(name, standIn, "mandatory in Zoho and not known, filled with the stand-in");
    }

    private bool TryReplace(string name, string standIn, string reason)
    {
        if (!_filled.Add(name))
        {
            return false;
        }

        record[name] = standIn;
        issues.Add($"{name}: {reason}");
        return true;
    }

    private static string Reason(ZohoProblem problem) => problem.Code switch
    {
        "DUPLICATE_DATA" => $"another record{Named(problem.Duplicates)} has the same value in this unique field, left out",
        "RECORD_IN_BLUEPRINT" => "governed by a blueprint in Zoho, left out; finish the transition there or take the field out of the blueprint",
        "DEPENDENT_MISMATCH" or "DEPENDENT_FIELD_MISSING" => $"does not go with the field that it depends on in Zoho ({problem.Code}), left out",
        _ => $"Zoho refused the field ({problem.Code}), left out",
    };

    private static string Named(IReadOnlyList<ZohoDuplicate> others) =>
        others.Count == 0 ? "" : $" ({string.Join(", ", others.Select(other => $"{other.Module} {other.Id}".Trim()))})";

    private FormattedValue Change(ZohoProblem problem, string name, JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        if (text is not null && problem.MaximumLength is { } max and > 0 && name != "Email")
        {
            return rules.Added.Contains(name) ? FormattedValue.Dropped(RecordFormatter.Full)
                : CountedText.Shorter(text, max, (whole, most) => rules.Shorten(name, whole, most)) is { Length: > 0 } shorter
                ? FormattedValue.Changed(shorter, $"Zoho takes {Counted.Of(max, "character")}, shortened")
                : FormattedValue.Dropped($"Zoho takes {Counted.Of(max, "character")} and refused it all the same, left out");
        }

        if (problem.SupportedValues.Count > 0)
        {
            return FromList(problem.SupportedValues, value, text);
        }

        if (problem.ExpectedType is { } type && value is not null && ValueFormatter.ForType(type, value) is { Send: true } converted
            && !JsonNode.DeepEquals(converted.Value, value))
        {
            return FormattedValue.Changed(converted.Value, "brought into the type that Zoho expects");
        }

        return text is not null && Plainer(name, text) is { } plainer && plainer != text
            ? FormattedValue.Changed(plainer, "Zoho refused some of its characters, written without them")
            : FormattedValue.Dropped($"Zoho refused the value ({problem.Code}), left out");
    }

    private static FormattedValue FromList(IReadOnlyList<string> supported, JsonNode? value, string? text)
    {
        if (value is JsonArray several)
        {
            string[] kept = [.. several.Select(one => Listed(supported, one?.ToString())).OfType<string>()];
            return kept.Length > 0
                ? FormattedValue.Changed(new JsonArray([.. kept.Select(one => (JsonNode)one)]), "values that Zoho does not support were left out")
                : FormattedValue.Dropped("none of the values is one that Zoho supports, left out");
        }

        return Listed(supported, text) is { } listed && listed != text
            ? FormattedValue.Changed(listed, "written as the picklist has it")
            : FormattedValue.Dropped("not one of the values that Zoho supports, left out");
    }

    private static string? Listed(IReadOnlyList<string> supported, string? text) =>
        supported.FirstOrDefault(one => string.Equals(one, text?.Trim(), StringComparison.OrdinalIgnoreCase) && one != ValueFormatter.NoChoice)
        ?? ValueFormatter.ByLetters(supported.Where(one => one != ValueFormatter.NoChoice), text ?? "");

    // An address of an international domain is known to every mail server in its other spelling; pictures are what servers refuse in names.
    private static string? Plainer(string name, string text)
    {
        if (name == "Email")
        {
            return Ascii(text);
        }

        return PlainText.Of(text) is { Length: > 0 } left ? left : null;
    }

    private static string? Ascii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || System.Text.Ascii.IsValid(address))
        {
            return null;
        }

        try
        {
            return address[..(at + 1)] + new IdnMapping().GetAscii(address[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            // No domain of the Internet: there is no other spelling.
            return null;
        }
    }
}
