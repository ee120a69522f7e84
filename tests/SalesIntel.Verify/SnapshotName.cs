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

    internal static string Of(VerifySettings settings, string sourceFile, string member, Assembly tests)
    {
        var file = Path.GetFileNameWithoutExtension(sourceFile.Replace('\\', '/'));
        var method = Find(tests, file, member);
        return Of(settings.TypeName ?? TypeName(method) ?? file, settings.MethodName ?? member, method?.GetParameters() ?? [], settings.Parameters);
    }

    /// <summary>The name for a test and the arguments that are a part of it.</summary>
    internal static string Of(MethodInfo test, IReadOnlyList<object?> arguments) =>
        Of(TypeName(test)!, test.Name, test.GetParameters(), arguments);

    private static string Of(string type, string method, ParameterInfo[] parameters, IReadOnlyList<object?> arguments)
    {
        var name = new StringBuilder(type).Append('.').Append(method);
        for (var i = 0; i < arguments.Count; i++)
        {
            name.Append('_');
            if (i < parameters.Length)
            {
                name.Append(parameters[i].Name).Append('=');
            }

            name.Append(arguments[i] is null ? "null" : Convert.ToString(arguments[i], CultureInfo.InvariantCulture));
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
