using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>Insert, update and upsert of leads.</summary>
internal sealed class LeadWrites(SimulatorOptions options, CrmDatabase crm)
{
    public SimResponse Insert(SimRequest request) => WriteBatch.Run(request, 201, (index, record) =>
    {
        var (fields, error) = Check(record, index, isInsert: true);
        error ??= crm.Duplicates(EmailOf(fields)) is { Count: > 0 } duplicates ? Duplicate(duplicates, index) : null;
        error ??= Taken(fields, null, index);
        return error is null ? Inserted(request, fields, "record added") : Refused(request, "lead.insert", null, record, error);
    });

    public SimResponse Update(SimRequest request, string? id) => WriteBatch.Run(request, 200, (index, record) =>
    {
        var leadId = id ?? record["id"]?.ToString();
        if (leadId is null)
        {
            return Refused(request, "lead.update", null, record, ZohoErrors.Missing("id", index));
        }

        return crm.Find(leadId) is { } row
            ? Change(request, row, record, index, "record updated")
            : Refused(request, "lead.update", leadId, record, ZohoErrors.BadId(index));
    });

    public SimResponse Upsert(SimRequest request)
    {
        var keys = (request.Json as JsonObject)?["duplicate_check_fields"];
        if (keys is not null && (keys is not JsonArray names || names.Any(name => Wire.Text(name) != FieldCatalog.Email)))
        {
            return ZohoErrors.Bare(400, "INVALID_DATA", "invalid data", new JsonObject
            {
                ["supported_values"] = new JsonArray(FieldCatalog.Email),
                ["api_name"] = "duplicate_check_fields",
                ["json_path"] = "$.duplicate_check_fields[0]",
            });
        }

        return WriteBatch.Run(request, 200, (index, record) =>
        {
            // The database answers here, not the search index: two upserts in a row meet the same lead.
            var matches = crm.Duplicates(EmailOf(record));
            return matches switch
            {
                [] when FindByUnique(record) is var (field, other) => Upserted(Change(request, other, record, index, "record updated"), "update", field),
                [] => UpsertNew(request, record, index),
                [var row] => Upserted(Change(request, row, record, index, "record updated"), "update", FieldCatalog.Email),
                _ => Refused(request, "lead.update", matches[0].Id, record, Duplicate(matches, index)),
            };
        });
    }

    // Whoever is not found by the field that was named is looked for by every unique one.
    private (string Field, LeadRow Row)? FindByUnique(JsonObject record)
    {
        foreach (var name in options.UniqueFields)
        {
            if (Wire.Text(record[name]) is { Length: > 0 } value && crm.FindByUnique(name, value, null) is { } row)
            {
                return (name, row);
            }
        }

        return null;
    }

    private JsonObject UpsertNew(SimRequest request, JsonObject record, int index)
    {
        var (fields, error) = Check(record, index, isInsert: true);
        error ??= crm.DuplicateContacts(EmailOf(record)) is [var contact, ..] contacts
            ? Duplicate(FieldCatalog.Email, "Contacts", contact.Id, contacts.Count > 1, index)
            : Taken(fields, null, index);
        return error is null
            ? Upserted(Inserted(request, fields, "record added"), "insert", null)
            : Refused(request, "lead.insert", null, record, error);
    }

    private static JsonObject Upserted(JsonObject result, string action, string? duplicateField)
    {
        if (Wire.Text(result["status"]) == "success")
        {
            result["action"] = action;
            result["duplicate_field"] = duplicateField;
        }

        return result;
    }

    private JsonObject Inserted(SimRequest request, JsonObject fields, string message)
    {
        var row = crm.Insert(fields);
        request.Writes.Add(new PendingWrite("lead.insert", row.Id, row.Email, Names(fields), Outcomes.Success, Committed: true));
        return WriteBatch.Success(message, Details(row));
    }

    private JsonObject Change(SimRequest request, LeadRow row, JsonObject record, int index, string message)
    {
        var (fields, error) = Check(record, index, isInsert: false);
        error = Frozen(request, row, index) ?? error;
        error ??= EmailOf(fields) is { } email && crm.Duplicates(email).Where(other => other != row).ToArray() is { Length: > 0 } others
            ? Duplicate(others, index)
            : Taken(fields, row, index);
        if (error is not null)
        {
            return Refused(request, "lead.update", row.Id, record, error);
        }

        crm.Update(row, fields);
        request.Writes.Add(new PendingWrite("lead.update", row.Id, row.Email, Names(fields), Outcomes.Success, Committed: true));
        return WriteBatch.Success(message, Details(row));
    }

    private JsonObject? Frozen(SimRequest request, LeadRow row, int index)
    {
        if (crm.IsLocked(row.Id))
        {
            return ZohoErrors.Element("RECORD_LOCKED", "the record is locked", new JsonObject { ["id"] = row.Id });
        }

        if (row.IsConverted)
        {
            return ZohoErrors.Element("CONVERTED_RECORD", "cannot update converted record", ZohoErrors.At(new JsonObject { ["id"] = row.Id }, "id", index));
        }

        var since = request.Header("If-Unmodified-Since");
        var isLater = DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var limit)
            && row.Modified.ToUnixTimeSeconds() > limit.ToUnixTimeSeconds();
        return isLater
            ? ZohoErrors.Element("ALREADY_MODIFIED", "record is already modified", new JsonObject { ["Modified_Time"] = Wire.Time(row.Modified) })
            : null;
    }

    private (JsonObject Fields, JsonObject? Error) Check(JsonObject record, int index, bool isInsert)
    {
        var fields = new JsonObject();
        var errors = new List<JsonObject>();
        foreach (var (name, value) in record)
        {
            if (name is "id" or "Layout" or "Tag" || name.StartsWith('$'))
            {
                continue;
            }

            if (FieldCatalog.Find(name) is not { ReadOnly: false } field)
            {
                crm.IgnoredFields.Add($"{options.LeadsModule}.{name}");
            }
            else if (Refusal(field, value, index) is { } error)
            {
                errors.Add(error);
            }
            else
            {
                fields[name] = Stored(field, value);
            }
        }

        foreach (var field in FieldCatalog.Leads.Where(field => isInsert && IsMandatory(field) && !record.ContainsKey(field.ApiName)))
        {
            errors.Add(ZohoErrors.Missing(field.ApiName, index));
        }

        return (fields, errors switch
        {
            [] => null,
            [var only] => only,
            _ when !options.ReportAllFieldErrors => errors[0],
            _ => ZohoErrors.Element("MULTIPLE_OR_MULTI_ERRORS", "multiple errors", new JsonObject { ["errors"] = new JsonArray([.. errors]) }),
        });
    }

    private bool IsMandatory(FieldDefinition field) => field.Mandatory || options.MandatoryFields.Contains(field.ApiName);

    private JsonObject? Refusal(FieldDefinition field, JsonNode? value, int index)
    {
        if (value is null || Wire.Text(value) is "")
        {
            return IsMandatory(field) ? ZohoErrors.Missing(field.ApiName, index) : null;
        }

        if (options.RefusedFields.TryGetValue(field.ApiName, out var code))
        {
            return ZohoErrors.Element(code, "refused", ZohoErrors.At([], field.ApiName, index));
        }

        return options.RefusesEmoji && Wire.Text(value)?.Any(char.IsSurrogate) == true
            ? ZohoErrors.InvalidData(field.ApiName, index)
            : FieldRules.Check(field, value, index, options.LengthsAsText);
    }

    private JsonObject? Taken(JsonObject fields, LeadRow? self, int index) => options.UniqueFields
        .Select(name => Wire.Text(fields[name]) is { } value && crm.FindByUnique(name, value, self) is { } other
            ? Duplicate(name, options.LeadsModule, other.Id, more: false, index)
            : null)
        .FirstOrDefault(error => error is not null);

    private JsonObject Duplicate(IReadOnlyList<LeadRow> duplicates, int index) =>
        Duplicate(FieldCatalog.Email, options.LeadsModule, duplicates[0].Id, duplicates.Count > 1, index);

    private static JsonObject Duplicate(string field, string module, string id, bool more, int index)
    {
        var details = new JsonObject
        {
            ["id"] = id,
            ["duplicate_record"] = new JsonObject
            {
                ["id"] = id,
                ["Owner"] = new JsonObject { ["id"] = "5550001000000000000" },
                ["module"] = new JsonObject { ["api_name"] = module },
            },
            ["more_records"] = more,
        };
        return ZohoErrors.Element("DUPLICATE_DATA", "duplicate data", ZohoErrors.At(details, field, index));
    }

    private JsonObject Refused(SimRequest request, string kind, string? id, JsonObject record, JsonObject error)
    {
        var email = EmailOf(record) ?? crm.EmailOf(id);
        request.Writes.Add(new PendingWrite(kind, id, email, Names(record), Wire.Text(error["code"])!, Committed: false));
        return error;
    }

    private JsonNode? Stored(FieldDefinition field, JsonNode? value) =>
        field.DataType == "datetime" && options.ZohoTimeOffset is { } offset && Wire.Text(value) is { Length: > 0 } time
            ? Wire.Time(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToOffset(offset))
            : value?.DeepClone();

    private static string? EmailOf(JsonObject fields) => Wire.Text(fields[FieldCatalog.Email]) is { Length: > 0 } email ? email : null;

    private static string[] Names(JsonObject fields) => [.. fields.Select(field => field.Key)];

    private static JsonObject Details(LeadRow row) => new()
    {
        ["id"] = row.Id,
        ["Created_Time"] = Wire.Time(row.Created),
        ["Modified_Time"] = Wire.Time(row.Modified),
        ["Created_By"] = ApiUser(),
        ["Modified_By"] = ApiUser(),
    };

    private static JsonObject ApiUser() => new() { ["id"] = "5550001000000000000", ["name"] = "API User" };
}
