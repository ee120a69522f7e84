using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary><c>GET /settings/fields</c>, <c>/settings/layouts</c>, <c>/settings/automation/assignment_rules</c>, <c>/org</c> and <c>/users/{id}</c>.</summary>
internal sealed class FieldMetadata(SimulatorOptions options)
{
    public SimResponse Get(SimRequest request) => request.Query("module") switch
    {
        null => ZohoErrors.MissingParameter("module"),
        var module when module == options.LeadsModule => SimResponse.Json(200, new JsonObject
        {
            ["fields"] = new JsonArray([.. FieldCatalog.Leads.Select(Changed).OfType<JsonObject>()]),
        }),
        "Contacts" => SimResponse.Json(200, new JsonObject
        {
            ["fields"] = new JsonArray([.. FieldCatalog.Contacts.Select((field, index) => View(field, index))]),
        }),
        _ => ZohoErrors.Bare(400, "INVALID_MODULE", "the module name given seems to be invalid"),
    };

    public SimResponse Layouts(SimRequest request) => request.Query("module") == options.LeadsModule
        ? SimResponse.Json(200, new JsonObject
        {
            ["layouts"] = new JsonArray(new JsonObject
            {
                ["id"] = Id(900),
                ["name"] = "Standard",
                ["sections"] = new JsonArray(new JsonObject
                {
                    ["api_name"] = "Lead_Information",
                    ["fields"] = new JsonArray([.. FieldCatalog.Leads.Select(field => new JsonObject
                    {
                        ["api_name"] = field.ApiName,
                        ["required"] = field.Mandatory || options.MandatoryFields.Contains(field.ApiName),
                    })]),
                }),
            }),
        })
        : ZohoErrors.Bare(400, "INVALID_MODULE", "the module name given seems to be invalid");

    public SimResponse Organization(SimRequest request) => SimResponse.Json(200, new JsonObject
    {
        ["org"] = new JsonArray(new JsonObject
        {
            ["id"] = Id(901),
            ["company_name"] = "Simulated organisation",
            ["license_details"] = new JsonObject
            {
                ["paid"] = options.Edition != "free", ["paid_type"] = options.Edition, ["trial_type"] = null, ["trial_expiry"] = null,
            },
        }),
    });

    public SimResponse User(SimRequest request, string id) => options.Users.TryGetValue(id, out var status)
        ? SimResponse.Json(200, new JsonObject { ["users"] = new JsonArray(new JsonObject { ["id"] = id, ["status"] = status }) })
        : new SimResponse(204);

    public SimResponse AssignmentRules(SimRequest request) => request.Query("module") is { } module && module != options.LeadsModule
        ? ZohoErrors.Bare(400, "INVALID_MODULE", "the module name given seems to be invalid")
        : options.AssignmentRules.Count == 0 ? new SimResponse(204)
        : SimResponse.Json(200, new JsonObject
        {
            ["assignment_rules"] = new JsonArray([.. options.AssignmentRules.Select(id => new JsonObject
            {
                ["id"] = id, ["name"] = $"Rule {id}", ["module"] = new JsonObject { ["api_name"] = options.LeadsModule },
            })]),
        });

    private JsonObject? Changed(FieldDefinition field, int index)
    {
        var view = View(field, index);
        if (options.UniqueFields.Contains(field.ApiName))
        {
            view["unique"] = new JsonObject { ["casesensitive"] = "false" };
        }

        if (options.RichTextFields.Contains(field.ApiName))
        {
            view["textarea"] = new JsonObject { ["type"] = "rich_text" };
        }

        if (!options.FieldChanges.TryGetValue(field.ApiName, out var changes))
        {
            return view;
        }

        foreach (var (name, value) in changes ?? [])
        {
            view[name] = value?.DeepClone();
        }

        return changes is null ? null : view;
    }

    private static JsonObject View(FieldDefinition field, int index) => new()
    {
        ["id"] = Id(index),
        ["api_name"] = field.ApiName,
        ["field_label"] = field.ApiName.Replace('_', ' '),
        ["display_label"] = field.ApiName.Replace('_', ' '),
        ["data_type"] = field.DataType,
        ["json_type"] = field.JsonType,
        ["length"] = field.Length,
        ["decimal_place"] = field.DataType == "currency" ? 2 : null,
        ["system_mandatory"] = field.Mandatory,
        ["read_only"] = field.ReadOnly,
        ["field_read_only"] = field.ReadOnly,
        ["custom_field"] = field.Custom,
        ["visible"] = true,
        ["unique"] = new JsonObject(),
        ["textarea"] = field.TextareaType is { } type ? new JsonObject { ["type"] = type } : null,
        ["lookup"] = new JsonObject(),
        ["pick_list_values"] = new JsonArray([.. field.Picklist.Select((value, number) => new JsonObject
        {
            ["id"] = Id(1000 + (index * 100) + number),
            ["actual_value"] = value,
            ["display_value"] = value,
            ["reference_value"] = value,
            ["sequence_number"] = number + 1,
            ["type"] = "used",
        })]),
        ["operation_type"] = new JsonObject
        {
            ["web_view"] = true,
            ["web_create"] = !field.ReadOnly,
            ["web_update"] = !field.ReadOnly,
            ["api_create"] = !field.ReadOnly,
            ["api_update"] = !field.ReadOnly,
        },
    };

    private static string Id(int number) => (5550000000000000000 + number).ToString(CultureInfo.InvariantCulture);
}
