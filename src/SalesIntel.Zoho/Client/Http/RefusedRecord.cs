namespace SalesIntel.Zoho.Client;

/// <summary>The exception for a record or request that Zoho has refused, with what can be done about it.</summary>
internal static class RefusedRecord
{
    private static readonly TimeSpan LockedWait = TimeSpan.FromMinutes(5);

    /// <summary>Makes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="elements">What was refused; empty when the answer does not say.</param>
    public static ZohoCrmException Of(ZohoCall call, int status, IReadOnlyList<ZohoElement> elements)
    {
        var worst = Worst(elements);
        var code = worst?.Code ?? $"http_{status}";
        if (code == "OAUTH_SCOPE_MISMATCH")
        {
            return ZohoErrors.Scope(call, status);
        }

        if (code is "INTERNAL_ERROR" or "INTERNAL_SERVER_ERROR" or "SERVICE_UNAVAILABLE" or "TOO_MANY_REQUESTS" or "RATE_LIMIT_EXCEEDED")
        {
            return new ZohoCrmException(code, $"Zoho failed at {call.Operation} with {code}.", "It is tried again.")
            {
                Status = status,
                IsTransient = true,
                OutcomeUnknown = call.LeavesOutcomeOpen,
            };
        }

        code = code is "ID_ALREADY_CONVERTED" ? "CONVERTED_RECORD" : RecordCodes.IsLock(code) || status == 423 ? RecordCodes.Locked : code;
        var (what, advice) = Describe(call, status, code, worst, elements);
        return new ZohoCrmException(code, what, advice)
        {
            Status = status,
            Problems = [.. elements.Select(element => element.ToProblem())],
            IsTransient = code == RecordCodes.Locked,
            IsOutage = code is "INVALID_MODULE" or "STORAGE_SPACE_EXCEEDED" || (call.Records > 0 && worst is { IsBesideRecords: true }),
            IsRecordBusy = code == RecordCodes.Locked,
            RetryAfter = code == RecordCodes.Locked ? LockedWait : null,
        };
    }

    /// <summary>For a record that is not there any more.</summary>
    public static ZohoCrmException Gone(ZohoCall call, int status) => new(
        "RECORD_NOT_FOUND", $"Zoho has no such record: {call.Operation} changed nothing.", "It was deleted, or merged with another one.")
    {
        Status = status,
    };

    private static (string What, string Advice) Describe(
        ZohoCall call, int status, string code, ZohoElement? worst, IReadOnlyList<ZohoElement> elements)
    {
        var field = worst?.Field is { } name ? $" field {name}" : worst?.Parameter is { } parameter ? $" parameter {parameter}" : " a value";
        return code switch
        {
            RecordCodes.Locked => ($"Zoho has locked the record of {call.Operation} (edited, merged or under review).", "It is tried again."),
            "CONVERTED_RECORD" => ("The lead was converted in Zoho and can't be written any more.",
                "Enter the news at its contact or deal by hand."),
            "RECORD_IN_BLUEPRINT" => ($"Zoho refused {call.Operation}:{field} is governed by a blueprint.",
                "Finish the transition in Zoho or take the field out of the blueprint."),
            "NOT_APPROVED" => ($"Zoho refused {call.Operation}: the record waits for approval in Zoho.", "Approve it, then try again."),
            "INVALID_DATA" when call.Records > 0 && worst is { IsBesideRecords: true } => (
                $"Zoho refused {call.Operation}:{field} beside the records is not valid{Expected(worst)}.", Beside(worst.Field)),
            "INVALID_DATA" when worst is { Field: "id" } => ($"Zoho refused {call.Operation}: it has no record with this id.",
                "It was deleted, or merged with another one, or the user does not see it."),
            "INVALID_DATA" => ($"Zoho refused {call.Operation}:{field} is not valid{Expected(worst)}.", Fitting(worst?.ToProblem())),
            "MANDATORY_NOT_FOUND" or "EXPECTED_FIELD_MISSING" => ($"Zoho refused {call.Operation}:{field} is mandatory and missing.",
                "Map it, or make it optional in Zoho's layout."),
            "DUPLICATE_DATA" => Duplicates(call, elements),
            "DEPENDENT_FIELD_MISSING" or "DEPENDENT_MISMATCH" => (
                $"Zoho refused {call.Operation}:{field} depends on another field that is missing or does not match.", "Write both, or neither."),
            "INVALID_MODULE" => ("Zoho does not know the module, or the user may not use it.",
                "Check the module's API name (ZOHO_LEADS_MODULE) and the user's profile."),
            "STORAGE_SPACE_EXCEEDED" => ($"Zoho refused {call.Operation}: the organisation's storage is used up.",
                "Free or buy storage in Zoho (Setup, Data Administration, Storage)."),
            "INVALID_URL_PATTERN" => ($"Zoho does not know the address of {call.Operation}.", "Check ZOHO_API_URL and ZOHO_LEADS_MODULE."),
            "AUTHORIZATION_FAILED" or "NO_PERMISSION" => ($"The Zoho user may not {call.Operation}{Permissions(worst)}.",
                "Extend the profile of the user who granted ZOHO_REFRESH_TOKEN."),
            "SYNTAX_ERROR" or "INVALID_QUERY" => ($"Zoho refused {call.Operation} with {code}: the query is not valid.",
                "Check names of fields and modules, and put conditions beyond two into brackets in pairs."),
            "REQUIRED_PARAM_MISSING" or "INVALID_REQUEST" or "UNABLE_TO_PARSE_DATA_TYPE" => (
                $"Zoho refused {call.Operation} with {code}{Parameter(worst)}, status {status}.",
                "The request is not one that this version of Zoho takes."),
            _ when worst is null && status is 413 or 414 or 431 => (
                $"The call to {call.Operation} is larger than Zoho, or a gateway before it, takes (status {status}).", "Send less with one call."),
            _ => ($"Zoho refused {call.Operation} with {code}{Named(worst)}, status {status}.",
                "Look the code up at https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html."),
        };
    }

    private static string Beside(string? name) => name switch
    {
        WriteParts.AssignmentRule => "Check ZOHO_ASSIGNMENT_RULE_ID.",
        WriteParts.Trigger => "Check ZOHO_TRIGGER.",
        WriteParts.DuplicateCheckFields => "Only the module's own and other unique fields can be named there.",
        _ => "Check the settings of the write: it is refused whatever the records are.",
    };

    private static string Fitting(ZohoProblem? problem) => problem switch
    {
        { MaximumLength: not null } => "Shorten the value, or let the field take more in Zoho.",
        { SupportedValues.Count: > 0 } => "Write one of the values that the field has in Zoho.",
        { ExpectedType: "datetime" } => "Zoho takes 2026-11-23T09:00:00+11:00: with an offset, without fractions of a second.",
        { ExpectedType: "date" } => "Zoho takes 2026-11-23.",
        _ => "Compare the value with what the field takes in Zoho.",
    };

    private static (string What, string Advice) Duplicates(ZohoCall call, IReadOnlyList<ZohoElement> elements)
    {
        var duplicates = elements.Where(element => element.Code == "DUPLICATE_DATA").Select(element => element.ToProblem()).ToList();
        string[] fields = [.. duplicates.Select(problem => problem.Field).OfType<string>().Distinct()];
        string[] ids = [.. duplicates.SelectMany(problem => problem.Duplicates).Select(Shown).Distinct()];
        return ($"Zoho refused {call.Operation}: the value of {(fields.Length == 0 ? "a unique field" : string.Join(", ", fields))} is already used "
            + $"by another record{(ids.Length == 0 ? "" : $" (id {string.Join(", ", ids)})")}.", "Merge the duplicates in Zoho.");
    }

    private static string Shown(ZohoDuplicate duplicate) =>
        duplicate.Module is null or "Leads" ? duplicate.Id : $"{duplicate.Module} {duplicate.Id}";

    // Of several problems the one that no field can be blamed for says most: a locked record is not written, whatever its fields are.
    private static ZohoElement? Worst(IReadOnlyList<ZohoElement> elements) =>
        elements.FirstOrDefault(element => RecordCodes.IsOfWhole(element.Code, isFieldSent: element.Field is not null))
        ?? elements.FirstOrDefault(element => element.Code is not ("INVALID_DATA" or "DUPLICATE_DATA"))
        ?? elements.FirstOrDefault(element => element.Code == "DUPLICATE_DATA")
        ?? (elements.Count > 0 ? elements[0] : null);

    private static string Expected(ZohoElement? element) => element?.ToProblem() switch
    {
        { MaximumLength: { } length } => $" (at most {Counted.Of(length, "character")})",
        { ExpectedType: { } type } => $" (must be {type})",
        _ => "",
    };

    private static string Permissions(ZohoElement? element) =>
        element?.Texts("permissions").Where(IsWord).ToList() is { Count: > 0 } words ? $" (needs {string.Join(", ", words)})" : "";

    private static string Named(ZohoElement? element) => element?.Field is { } name ? $" on field {name}" : Parameter(element);

    private static string Parameter(ZohoElement? element) => element?.Parameter is { } name ? $" on parameter {name}" : "";

    // Only plain words of an answer get into a message.
    private static bool IsWord(string text) => text is { Length: > 0 and <= 60 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
