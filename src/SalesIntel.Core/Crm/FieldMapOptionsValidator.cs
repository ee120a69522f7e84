using Microsoft.Extensions.Options;

namespace SalesIntel.Crm;

/// <summary>Checks <see cref="FieldMapOptions"/>.</summary>
public sealed class FieldMapOptionsValidator : IValidateOptions<FieldMapOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FieldMapOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new ValidateOptionsResultBuilder();
        Field(nameof(options.StatusField), options.StatusField);
        Status(nameof(options.DemoBooked), options.DemoBooked);
        Status(nameof(options.DemoComplete), options.DemoComplete);
        Status(nameof(options.DemoCanceled), options.DemoCanceled);
        Status(nameof(options.DemoNoShow), options.DemoNoShow);
        foreach (var (variable, field) in options.Custom)
        {
            if (!CustomFields.All.Contains(variable))
            {
                result.AddError($"no such variable; see {nameof(CustomFields)}.{nameof(CustomFields.All)}", $"{nameof(options.Custom)}[{variable}]");
            }

            Field($"{nameof(options.Custom)}[{variable}]", field);
        }

        return result.Build();

        void Field(string property, string? field)
        {
            if (field is null || !field.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                result.AddError("must be empty or an API name: letters, digits and underscores", property);
            }
        }

        void Status(string property, string? text)
        {
            if (text is null || text.Trim() != text)
            {
                result.AddError("must be a text without white space at its ends", property);
            }
        }
    }
}
