using System.Globalization;
using System.Reflection;
using System.Text;
using VerifyTests;

namespace VerifyXunit;

/// <summary>The file name of a snapshot without its extensions: <c>Class.Method_parameter=value</c>.</summary>
internal static class SnapshotName
{
    // Fixed, not Path.GetInvalidFileNameChars(): a snapshot made on one system must be found on another.
    private const string Forbidden = "\"<>|:*?\\/";

    internal static string Of(VerifySettings settings, MethodInfo? method, string sourceFile, string member, Assembly tests)
    {
        var file = Path.GetFileNameWithoutExtension(sourceFile.Replace('\\', '/'));
        method ??= Find(tests, file, member);
        var name = new StringBuilder(settings.TypeName ?? TypeName(method) ?? file)
            .Append('.')
            .Append(settings.MethodName ?? method?.Name ?? member);
        var parameters = method?.GetParameters() ?? [];
        for (var i = 0; i < settings.Parameters.Count; i++)
        {
            name.Append('_');
            if (i < parameters.Length)
            {
                name.Append(parameters[i].Name).Append('=');
            }

            var value = settings.Parameters[i];
            name.Append(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < name.Length; i++)
        {
            name[i] = char.IsControl(name[i]) || Forbidden.Contains(name[i]) ? '-' : name[i];
        }

        return name.ToString();
    }

    private static MethodInfo? Find(Assembly tests, string type, string member) => tests.GetTypes()
        .Where(candidate => candidate.Name == type)
        .SelectMany(candidate => candidate.GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .FirstOrDefault(candidate => candidate.Name == member);

    private static string? TypeName(MethodInfo? method)
    {
        var type = method?.ReflectedType;
        return type?.IsNested == true ? $"{type.DeclaringType!.Name}.{type.Name}" : type?.Name;
    }
}
