namespace SalesIntel.Zoho.Tests.Support;

/// <summary>Zoho's answers.</summary>
internal static class Answers
{
    public const string Inserted =
        """{"data":[{"code":"SUCCESS","duplicate_field":null,"action":"insert","details":{"id":"5001","Modified_Time":"2026-11-23T09:00:00+11:00"},"message":"record added","status":"success"}]}""";

    public const string Updated =
        """{"data":[{"code":"SUCCESS","action":"update","duplicate_field":"Email","details":{"id":"5001"},"message":"record updated","status":"success"}]}""";

    public const string Added =
        """{"data":[{"code":"SUCCESS","details":{"id":"7001"},"message":"record added","status":"success"}]}""";

    public const string Fields = """
        {"fields":[
          {"api_name":"Email","data_type":"email","length":100,"operation_type":{"api_create":true,"api_update":true}},
          {"api_name":"First_Name","data_type":"text","length":40},
          {"api_name":"Last_Name","data_type":"text","length":20},
          {"api_name":"Company","data_type":"text","length":30},
          {"api_name":"Phone","data_type":"phone","length":30},
          {"api_name":"Website","data_type":"website","length":255},
          {"api_name":"Industry","data_type":"picklist","length":120,"pick_list_values":[
            {"actual_value":"-None-","display_value":"-None-","type":"used"},
            {"actual_value":"ManagementISV","display_value":"Management ISV","type":"used"},
            {"actual_value":"Design","display_value":"Design","type":"used"},
            {"actual_value":"C++","display_value":"C++","type":"used"},
            {"actual_value":"C#","display_value":"C#","type":"used"},
            {"actual_value":"Mining","display_value":"Mining","type":"unused"}]},
          {"api_name":"Topics","data_type":"multiselectpicklist","pick_list_values":[
            {"actual_value":"Review","display_value":"Review"},{"actual_value":"Proofing","display_value":"Proofing"}]},
          {"api_name":"No_of_Employees","data_type":"integer","length":9},
          {"api_name":"Ref","data_type":"bigint","length":18},
          {"api_name":"Annual_Revenue","data_type":"currency","length":16},
          {"api_name":"Discount","data_type":"percent","length":5,"decimal_place":2},
          {"api_name":"Email_Opt_Out","data_type":"boolean","length":5},
          {"api_name":"Demo_Day","data_type":"date"},
          {"api_name":"Demo_At","data_type":"datetime"},
          {"api_name":"Pains","data_type":"textarea","length":200,"textarea":{"type":"small"}},
          {"api_name":"Reseller","data_type":"lookup"},
          {"api_name":"Score","data_type":"integer","length":9,"field_read_only":true},
          {"api_name":"Created_By_App","data_type":"text","length":50,"operation_type":{"api_create":true,"api_update":false}},
          {"api_name":"Lead_Status","data_type":"picklist","pick_list_values":[{"actual_value":"Demo Booked","display_value":"Demo Booked","type":"used"}]}
        ]}
        """;

    public static string Token(string token, string apiDomain = "https://www.zohoapis.com.au", int expiresIn = 3600) =>
        $$"""{"access_token":"{{token}}","api_domain":"{{apiDomain}}","token_type":"Bearer","expires_in":{{expiresIn}}}""";

    public static string Error(string code, string details = "{}") =>
        $$"""{"code":"{{code}}","details":{{details}},"message":"about dana.quill@northwind-labs.example","status":"error"}""";

    public static string Row(string code, string details = "{}") => $$"""{"data":[{{Error(code, details)}}]}""";
}
