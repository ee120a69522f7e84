using System.Text.RegularExpressions;

namespace SalesIntel.Extraction;

/// <summary>What a question of a booking form is about, by its words. Forms are the customer's own, so each kind has the words
/// that forms use, in English, and in the languages of many customers for company and telephone, which every form asks for.</summary>
internal static partial class FormTopics
{
    public static Regex Company { get; } = CompanyQuestion();

    public static Regex Website { get; } = WebsiteQuestion();

    public static Regex Role { get; } = RoleQuestion();

    public static Regex TeamSize { get; } = TeamSizeQuestion();

    public static Regex Phone { get; } = PhoneQuestion();

    public static Regex Tools { get; } = ToolsQuestion();

    public static Regex Pain { get; } = PainQuestion();

    public static Regex Goal { get; } = GoalQuestion();

    public static Regex Referral { get; } = ReferralQuestion();

    public static Regex Industry { get; } = IndustryQuestion();

    public static Regex Country { get; } = CountryQuestion();

    public static Regex City { get; } = CityQuestion();

    public static Regex State { get; } = StateQuestion();

    public static Regex Budget { get; } = BudgetQuestion();

    public static Regex Timing { get; } = TimingQuestion();

    /// <summary>In this order a question is given to the first kind it fits.</summary>
    private static readonly Regex[] Order =
    [
        Referral, Website, Phone, TeamSize, Budget, Timing, Industry, Role, Tools, Pain, Goal, Company, Country, State, City,
    ];

    /// <summary>True when the question is of this kind and of none that is more telling.</summary>
    public static bool IsAbout(Regex kind, string question) => Order.FirstOrDefault(k => k.IsMatch(question)) == kind;

    /// <summary>True when the question is of some kind.</summary>
    public static bool IsKnown(string question) => Order.Any(kind => kind.IsMatch(question));

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(company|organi[sz]ation|business name|employer|firma|firm|firmenname|unternehmen|organisation|entreprise|soci[eé]t[eé]|empresa"
        + @"|compañ[ií]a|organizaci[oó]n|organiza[cç][aã]o|azienda|societ[aà]|ditta|bedrijf|bedrijfsnaam|organisatie|företag|firmanavn"
        + @"|virksomhed|bedrift|selskap|yritys|spółka|společnost|şirket|компания|організація|компанія)\b|会社|企業|公司|회사|شركة|חברה",
        Flags)]
    private static partial Regex CompanyQuestion();

    [GeneratedRegex(@"\b(web\s?site|web page|url|domain|homepage)\b", Flags)]
    private static partial Regex WebsiteQuestion();

    [GeneratedRegex(@"\b(role|job title|your title|position|occupation|funktion|poste)\b", Flags)]
    private static partial Regex RoleQuestion();

    [GeneratedRegex(@"\b(how many|team size|company size|number of|headcount|size of (your|the) team)\b", Flags)]
    private static partial Regex TeamSizeQuestion();

    // Some of these words are adjectives in English ("a handy, portable tool"): alone, or beside a word for number, they are telephones.
    [GeneratedRegex(
        @"\b(phone|mobile|cell|cellphone|telephone|tel|whatsapp|telefon\w*|mobiltelefon\w*|mobil(nummer|nr)|handy-?(nummer|nr)|rufnummer"
        + @"|t[eé]l[eé]phone|num[eé]ro de portable|m[oó]vil|celular|tel[eé]fono|telefone|telem[oó]vel|cellulare|telefoon\w*|mobiele? nummer"
        + @"|gsm|puhelin\w*|kom[oó]rk\w*|телефон\w*)\b|^\W*(handy|portable|mobil|mobiel)\W*$|電話|携帯|电话|手机|전화|휴대폰|هاتف|جوال|טלפון",
        Flags)]
    private static partial Regex PhoneQuestion();

    [GeneratedRegex(@"\b(tools?|software|currently us(e|ing)|use today|current (process|workflow|approval)|platform|solution do you)\b", Flags)]
    private static partial Regex ToolsQuestion();

    [GeneratedRegex(@"\b(solve|challenges?|problems?|pain|struggl\w+|frustrat\w+|difficult\w*|issues?|bottlenecks?)\b", Flags)]
    private static partial Regex PainQuestion();

    [GeneratedRegex(@"\b(goals?|objectives?|hop(e|ing)|achieve|interest(s|ed)?|like to see|looking for|focus|topics?|cover)\b", Flags)]
    private static partial Regex GoalQuestion();

    [GeneratedRegex(@"\b(hear(d)? (about|of)|referr\w*|find us|found us|recommended)\b", Flags)]
    private static partial Regex ReferralQuestion();

    [GeneratedRegex(@"\b(industry|sector|branche|what (do|does) (you|your company) (make|sell|do))\b", Flags)]
    private static partial Regex IndustryQuestion();

    [GeneratedRegex(@"\b(country|land|pays|where are you (based|located))\b", Flags)]
    private static partial Regex CountryQuestion();

    [GeneratedRegex(@"\b(city|town)\b", Flags)]
    private static partial Regex CityQuestion();

    [GeneratedRegex(@"\b(state|province|region)\b", Flags)]
    private static partial Regex StateQuestion();

    [GeneratedRegex(@"\b(budget|spend|price range|investment)\b", Flags)]
    private static partial Regex BudgetQuestion();

    [GeneratedRegex(@"\b(when|timeline|time ?frame|deadline|how soon|start date|urgen\w+)\b", Flags)]
    private static partial Regex TimingQuestion();
}
