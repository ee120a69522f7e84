namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>How the accounts host answers a request.</summary>
internal enum AttackedAnswer
{
    Token,
    ServerError,
    Nothing,
    ConnectionLost,
    Throttled,
    None,
}
