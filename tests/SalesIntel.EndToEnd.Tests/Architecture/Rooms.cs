using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Loader;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>The rooms of a package (its folders), and which of them uses which, as the compiled code has it.</summary>
internal sealed class Rooms
{
    private readonly Dictionary<string, SortedDictionary<string, SortedSet<string>>> uses = new(StringComparer.Ordinal);

    private Rooms()
    {
    }

    /// <summary>All rooms that have a type.</summary>
    public IEnumerable<string> All => uses.Keys;

    /// <summary>Looks at a package. A room is called by its folder below the package's; the package's own folder is empty.</summary>
    public static Rooms Of(string package)
    {
        var roomOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in SourceFiles.All.Where(file => file.StartsWith(package + '/', StringComparison.Ordinal)))
        {
            var type = $"{SourceFiles.NamespacesOf(file)[0].TrimEnd(';')}.{SourceFiles.TypesOf(file)[0]}";
            roomOf[type] = Path.GetDirectoryName(file[(package.Length + 1)..])!.Replace('\\', '/');
        }

        var rooms = new Rooms();
        foreach (var type in new ArchLoader().LoadAssembly(Packages.All[package]).Build().Types)
        {
            if (roomOf.TryGetValue(Outermost(type.FullName), out var room))
            {
                rooms.uses.TryAdd(room, new(StringComparer.Ordinal));
                foreach (var used in type.Dependencies.Select(dependency => Outermost(dependency.Target.FullName)))
                {
                    if (roomOf.TryGetValue(used, out var other) && other != room)
                    {
                        rooms.Add(room, other, $"{type.Name} uses {used}");
                    }
                }
            }
        }

        rooms.AddConstants(package, roomOf);
        return rooms;
    }

    /// <summary>What a room uses: the other room, and who uses whom.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> UsesOf(string room) => uses[room];

    /// <summary>The uses between rooms that lead back to where they began: one line each.</summary>
    public IReadOnlyList<string> Cycles()
    {
        var reach = uses.Keys.ToDictionary(room => room, Reachable, StringComparer.Ordinal);
        return
        [
            .. from room in uses.Keys.Order(StringComparer.Ordinal)
               from use in uses[room]
               where reach[use.Key].Contains(room)
               select $"{room} -> {use.Key}: {string.Join(", ", use.Value)}",
        ];
    }

    private HashSet<string> Reachable(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var room))
        {
            foreach (var next in uses[room].Keys.Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    // The compiled code has a constant's value and not its name, so that these uses stand in the source alone.
    private void AddConstants(string package, Dictionary<string, string> roomOf)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var names = Packages.Written(Packages.All[package])
            .Where(type => !type.IsEnum && type.DeclaringType is null && roomOf.ContainsKey(type.FullName!))
            .SelectMany(type => type.GetFields(Declared).Where(field => field.IsLiteral && !field.IsPrivate)
                .Select(field => (Name: $"{type.Name}.{field.Name}", Room: roomOf[type.FullName!])))
            .ToList();
        foreach (var file in SourceFiles.All.Where(file => file.StartsWith(package + '/', StringComparison.Ordinal)))
        {
            var room = Path.GetDirectoryName(file[(package.Length + 1)..])!.Replace('\\', '/');
            var code = string.Join('\n', SourceFiles.Lines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
            foreach (var (name, other) in names.Where(constant => constant.Room != room && Regex.IsMatch(code, $@"(?<![\w.]){constant.Name}\b")))
            {
                uses.TryAdd(room, new(StringComparer.Ordinal));
                Add(room, other, $"{Path.GetFileNameWithoutExtension(file)} uses {name}");
            }
        }
    }

    private void Add(string room, string other, string example)
    {
        uses.TryAdd(other, new(StringComparer.Ordinal));
        if (!uses[room].TryGetValue(other, out var examples))
        {
            uses[room][other] = examples = new(StringComparer.Ordinal);
        }

        examples.Add(example);
    }

    // A nested type belongs to the outer one; generic types carry their arity.
    private static string Outermost(string type) => type.Split('+', '`', '<')[0];
}
