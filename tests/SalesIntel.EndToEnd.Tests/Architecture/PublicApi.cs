using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>Writes what a package promises: its public and protected signatures, one a line.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nulls = new();

    public static string Of(Assembly package)
    {
        var text = new StringBuilder();
        foreach (var type in package.ExportedTypes.Where(type => !type.Name.StartsWith('<')).OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        return
        [
            .. type.GetConstructors(Own).Where(IsSeen).Select(made => $"new({Parameters(made)})"),
            .. type.GetFields(Own).Where(field => field.IsPublic)
                .Select(field => field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}" : $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}"),
            .. type.GetProperties(Own).Where(property => property.GetMethod is { } read && IsSeen(read) && property.Name != "EqualityContract")
                .Select(Property),
            .. type.GetMethods(Own).Where(method => IsSeen(method) && !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute), false) && !method.Name.StartsWith('<'))
                .Select(method => $"{Static(method.IsStatic)}{Protected(method)}{Name(method.ReturnType, Nulls.Create(method.ReturnParameter))} {method.Name}{Generic(method)}({Parameters(method)})"),
        ];
    }

    private static string Property(PropertyInfo property)
    {
        var set = property.SetMethod is { } write && IsSeen(write)
            ? write.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        return $"{Static(property.GetMethod!.IsStatic)}{Protected(property.GetMethod)}{required}{Name(property.PropertyType, Nulls.Create(property))} {property.Name} {{ get;{set} }}";
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Protected(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "open ") + (type.GetMethod("<Clone>$", Own) is null ? "class" : "record"),
    };

    private static string Bases(Type type)
    {
        var bases = new[] { type.BaseType }.OfType<Type>()
            .Where(above => above != typeof(object) && above != typeof(ValueType) && above != typeof(Enum))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(one => one.Name != "IEquatable`1"))
            .Select(Name).ToList();
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases.Order(StringComparer.Ordinal));
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + $"{Name(parameter.ParameterType, Nulls.Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")));

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Name(Type type) => Name(type, nulls: null);

    private static string Name(Type type, NullabilityInfo? nulls)
    {
        var mark = nulls is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!, nulls?.ElementType) + (type.IsArray ? "[]" : "") + mark;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        if (!type.IsGenericType)
        {
            return name + mark;
        }

        var arguments = type.GetGenericArguments().Select((argument, at) => Name(argument, nulls?.GenericTypeArguments.ElementAtOrDefault(at)));
        return $"{name.Split('`')[0]}<{string.Join(", ", arguments)}>{mark}";
    }
}
