using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>A host of somebody who has added SalesIntel and catches nothing.</summary>
internal static class TwoLineHost
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore().AddCoravelProcessing();

        var app = builder.Build();
        app.MapSalesIntel();
        await app.RunAsync();
    }
}
