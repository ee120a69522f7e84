namespace SalesIntel.Leads;

/// <summary>Joins two extractions field by field: the later one wins, an empty value never erases.</summary>
internal static class LaterWins
{
    public static LeadIntel Merge(LeadIntel earlier, LeadIntel later) => new()
    {
        FirstName = Pick(earlier.FirstName, later.FirstName),
        LastName = Pick(earlier.LastName, later.LastName),
        CompanyName = Pick(earlier.CompanyName, later.CompanyName),
        CompanyWebsite = Pick(earlier.CompanyWebsite, later.CompanyWebsite),
        CompanyType = Pick(earlier.CompanyType, later.CompanyType),
        CompanyDescription = Pick(earlier.CompanyDescription, later.CompanyDescription),
        Industry = Pick(earlier.Industry, later.Industry),
        TeamSize = Pick(earlier.TeamSize, later.TeamSize),
        Country = Pick(earlier.Country, later.Country),
        StateOrRegion = Pick(earlier.StateOrRegion, later.StateOrRegion),
        City = Pick(earlier.City, later.City),
        Phone = Pick(earlier.Phone, later.Phone),
        ReferredBy = Pick(earlier.ReferredBy, later.ReferredBy),
        ToolsInUse = Pick(earlier.ToolsInUse, later.ToolsInUse),
        StatedPainPoints = Pick(earlier.StatedPainPoints, later.StatedPainPoints),
        StatedDemoObjectives = Pick(earlier.StatedDemoObjectives, later.StatedDemoObjectives),
        AdditionalNotes = Pick(earlier.AdditionalNotes, later.AdditionalNotes),
        DemoDateTimeUtc = Pick(earlier.DemoDateTimeUtc, later.DemoDateTimeUtc),
        DemoDateTimeLocal = Pick(earlier.DemoDateTimeLocal, later.DemoDateTimeLocal),
        BantBudgetSignal = Pick(earlier.BantBudgetSignal, later.BantBudgetSignal),
        BantAuthoritySignal = Pick(earlier.BantAuthoritySignal, later.BantAuthoritySignal),
        BantNeedSignal = Pick(earlier.BantNeedSignal, later.BantNeedSignal),
        BantTimingSignal = Pick(earlier.BantTimingSignal, later.BantTimingSignal),
        QualificationGaps = Pick(earlier.QualificationGaps, later.QualificationGaps),
        RecommendedDiscoveryQuestions = Pick(earlier.RecommendedDiscoveryQuestions, later.RecommendedDiscoveryQuestions),
        DemoFocusRecommendations = Pick(earlier.DemoFocusRecommendations, later.DemoFocusRecommendations),
        SalesRepCheatSheet = Pick(earlier.SalesRepCheatSheet, later.SalesRepCheatSheet),
    };

    public static MeddicAssessment Merge(MeddicAssessment earlier, MeddicAssessment later) => new()
    {
        Metrics = Pick(earlier.Metrics, later.Metrics),
        EconomicBuyer = Pick(earlier.EconomicBuyer, later.EconomicBuyer),
        DecisionCriteria = Pick(earlier.DecisionCriteria, later.DecisionCriteria),
        DecisionProcess = Pick(earlier.DecisionProcess, later.DecisionProcess),
        IdentifiedPain = Pick(earlier.IdentifiedPain, later.IdentifiedPain),
        Champion = Pick(earlier.Champion, later.Champion),
        Competition = Pick(earlier.Competition, later.Competition),
        NextSteps = later.NextSteps.Count > 0 ? later.NextSteps : earlier.NextSteps,
        Risks = later.Risks.Count > 0 ? later.Risks : earlier.Risks,
        Confidence = Pick(earlier.Confidence, later.Confidence),
    };

    private static string Pick(string earlier, string later) => later.Length > 0 ? later : earlier;

    // What the transcript does not bear out does not replace what another one did.
    private static MeddicElement Pick(MeddicElement earlier, MeddicElement later) =>
        later.Value.Length == 0 || (later.Grounding == Grounding.Unconfirmed && earlier.Value.Length > 0 && earlier.Grounding != Grounding.Unconfirmed)
            ? earlier
            : later;
}
