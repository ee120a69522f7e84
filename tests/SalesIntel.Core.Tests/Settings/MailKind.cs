namespace SalesIntel.Core.Tests.Settings;

public enum MailKind
{
    Plain,
    Rich,
}
