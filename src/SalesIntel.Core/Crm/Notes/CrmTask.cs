namespace SalesIntel.Crm;

/// <summary>A follow-up task for a lead.</summary>
/// <param name="Subject">What is to be done.</param>
/// <param name="DueDate">The day on which it is due.</param>
/// <param name="Description">Plain text, ends with the line that holds <paramref name="Marker"/>.</param>
/// <param name="Marker">Finds this task again.</param>
public sealed record CrmTask(string Subject, DateOnly DueDate, string Description, string Marker);
