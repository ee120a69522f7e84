using System.Globalization;
using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Leads.Catalog;

/// <summary>What the fields and elements declare of themselves: their names are keys in the store and in completions, and their policies say
/// what happens to values that people have entered in a CRM. A change shows here.</summary>
public sealed class DeclaredFieldsTests
{
    [Fact]
    public Task Fields_are_declared_as_ever() => Verifier.Verify(string.Join('\n', FieldCatalog.Default.All.Select(Line)));

    [Fact]
    public Task Elements_of_the_frameworks_are_declared_as_ever() => Verifier.Verify(string.Join('\n', QualificationFrameworks.All.SelectMany(
        framework => framework.Elements.Select(element => Line(framework, element)).Append($"{framework.Name}: {Line(framework.Confidence)}"))));

    private static string Line(LeadField field) => string.Join(" | ",
    [
        field.Name, field.Label, field.Kind.ToString(), field.Evidence.ToString(), field.Policy.ToString(), field.From.ToString(),
        field.MaxLength > 0 ? field.MaxLength.ToString(CultureInfo.InvariantCulture) : "-",
        field.NoteGroup.Length > 0 ? field.NoteGroup : "-",
        string.Join(' ', Marks(field)),
    ]);

    private static string Line(QualificationFramework framework, QualificationElement element) => string.Join(" | ",
    [
        $"{framework.Name}: {element.Name}", element.Label, framework.FieldOf(element).Name, element.Counts.ToString(), element.IsPerson ? "person" : "-",
        element.Question,
    ]);

    private static IEnumerable<string> Marks(LeadField field)
    {
        (string Mark, bool Is)[] marks = [("asked", field.IsAsked), ("core", field.IsCore), ("note", field.InNote), ("required", field.IsRequired)];
        return marks.Where(mark => mark.Is).Select(mark => mark.Mark).Concat(field.Choices.Count > 0 ? [string.Join('/', field.Choices)] : []);
    }
}
