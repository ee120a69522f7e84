namespace SalesIntel.Extraction;

/// <summary>Kinds of values in a completion.</summary>
internal enum LooseKind
{
    /// <summary>Members by name.</summary>
    Object,

    /// <summary>Items.</summary>
    Array,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, as it is written.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Nothing.</summary>
    Null,
}
