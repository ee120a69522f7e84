using System.Net.Sockets;
using SalesIntel.Failures;

namespace SalesIntel.Zoho.Client;

/// <summary>Tells a lost answer from a mistake.</summary>
internal static class LostAnswer
{
    /// <summary>True for an exception that means that no answer came: what .NET throws then, and what handlers throw that stand before its own, such as those
    /// that give up early. Mistakes of a program are none.</summary>
    public static bool IsMeant(Exception failure) =>
        failure is HttpRequestException or IOException or SocketException or TimeoutException || failure is not (SystemException or ProviderException);
}
