using System.CommandLine;
using SalesIntel.Doctor;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;
using SalesIntel.Hosting.Health;

namespace SalesIntel.Hosting.Commands.Doctor;

/// <summary><c>doctor</c>: looks at everything that the service depends on, and says what to do.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command. It ends with the worst that was found: 0 all is well, 1 a warning, 2 an error.</summary>
    /// <param name="service">Builds the service.</param>
    public static Command Create(ServiceFactory service)
    {
        var json = JsonOption.Create();
        var plan = new Option<bool>("--fix-plan")
        {
            Description = "Add the fields to create in the CRM, and values that its picklists lack.",
        };
        var doctor = new ExampleCommand(
            "doctor",
            "Look at settings, store, CRM (access, rights, fields), model, alerts and webhook keys, and say what to do. Changes nothing. "
            + "1 = a warning, 2 = an error.",
            "doctor",
            "doctor --fix-plan")
        {
            json, plan,
        };
        doctor.SetAction((parsed, cancellationToken) =>
            RunAsync(service, parsed, parsed.GetValue(json), parsed.GetValue(plan), cancellationToken));
        return doctor;
    }

    private static async Task<int> RunAsync(
        ServiceFactory service, ParseResult parsed, bool asJson, bool withPlan, CancellationToken cancellationToken)
    {
        string? missing = null;
        DoctorDocument? document = null;
        var code = await CommandRun.RunAsync(
            service,
            parsed,
            async app =>
            {
                missing = StoreFile.FindMissing(app.Services);
                document = missing is null ? await LookAsync(app, null, withPlan, cancellationToken) : null;
                return ExitCode.Done;
            },
            cancellationToken);
        if (code == ExitCode.Done && missing is not null)
        {
            (code, document) = await WithoutStoreAsync(service, parsed, missing, withPlan, cancellationToken);
        }

        if (code != ExitCode.Done || document is null)
        {
            return code;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(asJson ? document.ToJson() : DoctorReport.Write(document));
        return (int)document.Level;
    }

    // The service makes its store when it starts. A look beforehand must not leave one behind, perhaps in the wrong folder.
    private static async Task<(int Code, DoctorDocument? Document)> WithoutStoreAsync(
        ServiceFactory service,
        ParseResult parsed,
        string missing,
        bool withPlan,
        CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("salesintel-doctor-");
        try
        {
            DoctorDocument? document = null;
            var code = await CommandRun.RunAsync(
                service.With("DATA_DIR", folder.FullName),
                parsed,
                async app =>
                {
                    document = await LookAsync(app, missing, withPlan, cancellationToken);
                    return ExitCode.Done;
                },
                cancellationToken);
            return (code, document);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<DoctorDocument> LookAsync(
        WebApplication app, string? missingStore, bool withPlan, CancellationToken cancellationToken)
    {
        List<FindingView> findings = [];
        List<PlannedFieldView> plan = [];
        List<string> places = [];
        foreach (var check in app.Services.GetServices<DoctorCheck>())
        {
            if (check.Area == StoreDoctor.Area && missingStore is not null)
            {
                const string advice = "Before the first start there is nothing to do: the service makes it.";
                findings.Add(FindingView.Of(
                    check.Area, new DoctorFinding(DoctorLevel.Warning, StoreDoctor.Area, "", missingStore, advice)));
                continue;
            }

            var examination = await check.ExamineAsync(cancellationToken);
            findings.AddRange(examination.Findings.Select(finding => FindingView.Of(check.Area, finding)));
            places.Add(examination.PlanPlace);
            plan.AddRange(examination.Plan.Select(PlannedFieldView.Of));
        }

        var document = new DoctorDocument(findings, withPlan ? plan : null);
        return places.Find(place => place.Length > 0) is { } named ? document with { PlanPlace = named } : document;
    }
}
