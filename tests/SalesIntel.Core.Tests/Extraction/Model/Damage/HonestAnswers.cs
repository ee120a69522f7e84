using System.Text.Json.Nodes;

namespace SalesIntel.Extraction.Damage;

/// <summary>Completions as models write them when nothing goes wrong, with contents that tempt a reader of damaged ones.</summary>
internal static class HonestAnswers
{
    /// <summary>The names that are asked for in the answer of this name.</summary>
    public static CompletionNames Names(string name) => new(Of(name).Select(member => member.Key), ["economic_buyer", "metrics"]);

    public static IReadOnlyList<string> All { get; } = ["claims", "tempting", "form", "elements", "short", "german"];

    public static JsonObject Of(string name) => JsonNode.Parse(name switch
    {
        "claims" =>
            """
            {"claims":[
              {"element":"economic_buyer","quote":"For this size Helene owns the budget","turn":44,"claim":"Helene Okonkwo-Reyes owns the budget"},
              {"element":"metrics","quote":"it takes us nine days, sometimes twelve","turn":12,"claim":"Nine to twelve days for each label"},
              {"element":"competition","quote":"we looked at Inkwell, too","turn":51,"claim":"Inkwell was looked at"}],
             "next_steps":["Dana sends the quote","Helene decides by Friday"],"risks":null}
            """,
        "tempting" =>
            """
            {"claims":[
              {"element":"decision_process","quote":"He said \"yes\", and then \"maybe\"","turn":7,"claim":"It's undecided: \"maybe\""},
              {"element":"metrics","quote":"3,000 labels // month, #1 problem","turn":9,"claim":"The customer's volume is 3,000 {a month}"}],
             "next_steps":["Send the [draft], then call","Ask for the P.O. #"],"risks":["The team's \"budget\" isn't approved"]}
            """,
        "form" =>
            """
            {"company_name":"Harrow & Pine Organics","industry":"Food","team_size":"12","city":null,"stated_pain_points":"Label sign-off takes four weeks.\nReprints cost $4,000.",
             "sales_rep_cheat_sheet":"Ask about June, then about costs.","qualification_gaps":"Timing; budget: unknown"}
            """,
        "elements" =>
            """
            {"economic_buyer_quote":"for this size Helene owns the budget","economic_buyer_turn":44,"economic_buyer":"Helene Okonkwo-Reyes, VP of Operations",
             "metrics_quote":null,"metrics_turn":null,"metrics":null,"champion":"Rosalind","confidence":"Hot"}
            """,
        "short" => """{"company_name":"Tinplate Tea Co","is_live":true,"rate":12.5,"notes":["one","two","three"]}""",
        _ =>
            """
            {"company_name":"Müller & Söhne GmbH","stated_pain_points":"Die Freigabe dauert „ewig“, sagt er – 3 Wochen.","next_steps":["Angebot schicken","Rückruf am 4. März"]}
            """,
    })!.AsObject();
}
