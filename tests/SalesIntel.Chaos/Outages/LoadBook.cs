using SalesIntel.Chaos.Stories;
using SalesIntel.Core.Tests.Fakes;

namespace SalesIntel.Chaos.Outages;

/// <summary>Bookings of as many people.</summary>
internal static class LoadBook
{
    public static string Email(int number) => $"load{number}@load{number}.example";

    public static Webhook Booking(int number) => new(
        "calendly",
        Bodies.Created($"load{number}", Email(number), number, 100 + number, pain: $"Proofs are slow at company {number}"));
}
