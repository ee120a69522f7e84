using System.Reflection;
using System.Text;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>The rooms of the packages are used in one direction, and none grows without bound.</summary>
public sealed class RoomTests
{
    private const int MostFiles = 20;
    private const int MostPublicTypes = 60;

    // Each may use those before it.
    private static readonly string[] OrderOfCore =
    [
        "Text", "Settings", "Doctor", "Failures", "Alerts", "Leads", "Storage", "Webhooks", "Extraction", "Crm", "Engine", "Operations", "Testing", "",
    ];

    // The same of the client, of the CRM over it, and of what puts both together.
    private static readonly string[] OrderOfZoho =
    [
        "", "Client/Logging", "Client/Answers", "Client/Auth", "Client/Gate", "Client/Http", "Client/Records", "Client/Queries", "Client/Metadata",
        "Client/Notes", "Client/Conversion", "Client/Batches", "Client", "Crm/Logging", "Crm/Fields", "Crm/Formats", "Crm/Leads", "Crm/Notes", "Crm", "Doctor",
        "Registration",
    ];

    [Theory]
    [InlineData("SalesIntel.Core")]
    [InlineData("SalesIntel.Hosting")]
    [InlineData("SalesIntel.Zoho")]
    public void No_room_is_used_by_what_it_uses(string package) => Assert.Empty(Rooms.Of(package).Cycles());

    [Fact]
    public void Rooms_of_the_core_use_only_those_before_them()
    {
        var rooms = Rooms.Of("SalesIntel.Core");
        Assert.Empty(rooms.All.Select(Top).Distinct().Except(OrderOfCore));
        var wrong = from room in rooms.All
                    from use in rooms.UsesOf(room)
                    where Array.IndexOf(OrderOfCore, Top(use.Key)) > Array.IndexOf(OrderOfCore, Top(room))
                    select $"{room} -> {use.Key}: {string.Join(", ", use.Value)}";
        Assert.Empty(wrong);

        static string Top(string room) => room.Split('/')[0];
    }

    [Fact]
    public void Rooms_of_Zoho_use_only_those_before_them()
    {
        var rooms = Rooms.Of("SalesIntel.Zoho");
        Assert.Equal(OrderOfZoho.Order(), rooms.All.Order());
        var wrong = from room in rooms.All
                    from use in rooms.UsesOf(room)
                    where Array.IndexOf(OrderOfZoho, use.Key) > Array.IndexOf(OrderOfZoho, room)
                    select $"{room} -> {use.Key}: {string.Join(", ", use.Value)}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Client_of_Zoho_knows_nothing_of_leads_and_meetings()
    {
        var uses = from type in Packages.All["SalesIntel.Zoho"].ExportedTypes
                   where type.Namespace == "SalesIntel.Zoho.Client"
                   from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
                   from parameter in method.GetParameters().Select(one => one.ParameterType).Append(method.ReturnType)
                   where parameter.Assembly == Packages.All["SalesIntel.Core"]
                   select $"{type.Name}.{method.Name} uses {parameter.FullName}";
        Assert.Empty(uses);
    }

    [Fact]
    public void Configuration_of_the_host_uses_no_other_room() => Assert.Empty(Rooms.Of("SalesIntel.Hosting").UsesOf("Configuration"));

    [Fact]
    public void Rooms_are_read_from_the_compiled_code()
    {
        var uses = Rooms.Of("SalesIntel.Core").UsesOf("");
        Assert.Contains(uses["Engine"], use => use == "SalesIntelCoreExtensions uses SalesIntel.Engine.EventProcessor");
        Assert.Contains(uses["Settings"], use => use == "SalesIntelOptions uses SalesIntel.Settings.SettingsGroup");
    }

    [Fact]
    public void Folder_holds_at_most_20_files()
    {
        var full = SourceFiles.All.GroupBy(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key}: {folder.Count()}");
        Assert.Empty(full);
    }

    [Fact]
    public void Core_promises_at_most_60_types_besides_records_and_enums()
    {
        string[] types =
        [
            .. Packages.All["SalesIntel.Core"].ExportedTypes
                .Where(type => !type.IsNested && !type.IsEnum && !type.IsSubclassOf(typeof(Delegate)) && !IsRecord(type))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(types.Length <= MostPublicTypes, $"{types.Length}: {string.Join(", ", types)}");
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(StringBuilder)]) is not null;
}
