using System.Text.RegularExpressions;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The words by which rules recognise the elements of frameworks: one rule for each field that rules fill.</summary>
internal static partial class SpokenRules
{
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpokenRule> All { get; } =
    [
        new(MetricsStrong(), MetricsWeak(), MetricsAsked(), 3, "meddic_metrics", "spiced_impact"),
        new(BuyerStrong(), BuyerWeak(), BuyerAsked(), 2, "meddic_economic_buyer", "bant_authority_signal"),
        new(CriteriaStrong(), CriteriaWeak(), CriteriaAsked(), 3, "meddic_decision_criteria"),
        new(ProcessStrong(), ProcessWeak(), ProcessAsked(), 3, "meddic_decision_process", "spiced_decision"),
        new(PainStrong(), PainWeak(), PainAsked(), 2, "meddic_identified_pain", "bant_need_signal", "spiced_pain"),
        new(ChampionStrong(), ChampionWeak(), ChampionAsked(), 2, "meddic_champion") { IsPerson = true },
        new(CompetitionStrong(), CompetitionWeak(), CompetitionAsked(), 2, "meddic_competition"),
        new(RiskStrong(), RiskWeak(), RiskAsked(), 4, "risks") { IsList = true },
    ];

    /// <summary>The rule that fills a field; null when none does.</summary>
    public static SpokenRule? For(LeadField field) => All.FirstOrDefault(rule => rule.Fills.Contains(field.Name));

    /// <summary>The speaker is not sure.</summary>
    public static Regex Guess { get; } = GuessWords();

    /// <summary>The speaker corrects something said before.</summary>
    public static Regex Correction { get; } = CorrectionWords();

    /// <summary>What a correction takes back, in its first group.</summary>
    public static Regex Superseded { get; } = SupersededWords();

    /// <summary>Words meant for the software that reads the transcript, not for the people in the meeting.</summary>
    public static Regex ToTheReader { get; } = ToTheReaderWords();

    [GeneratedRegex(@"\b(working days|calendar days|rounds on average|on average|per month|a month|a year|this year|payback)\b|\b(thousand|million|percent)\b.{0,30}\b(dollars|euros|pounds)\b|[$€£]\s?\d", Flags)]
    private static partial Regex MetricsStrong();

    [GeneratedRegex(@"\b(hundred|thousand|million|percent|dollars|days|hours|weeks|cost|target|skus?)\b|\d{2,}", Flags)]
    private static partial Regex MetricsWeak();

    [GeneratedRegex(@"\b(how big|how many|how much|cost|numbers?|measure|good look like|metrics?)\b", Flags)]
    private static partial Regex MetricsAsked();

    [GeneratedRegex(@"\b(owns? the budget|holds? the budget|controls? the budget|decision maker|has the final say|economic buyer|signs? (everything|anything|off|above|it)|(she|he) (signs|decides|approves)|money('s| is) with|budget (is|sits|lies) with|one to sign|(she|he)('s| is) the one who|goes to \p{Lu}\p{Ll}+)\b", Flags)]
    private static partial Regex BuyerStrong();

    [GeneratedRegex(@"\b(budget|sign|signs|signature|approves?|vp|vice president|chief|cfo|ceo|coo|cmo|cto|director|my boss|partner|board|owner)\b", Flags)]
    private static partial Regex BuyerWeak();

    [GeneratedRegex(@"\b(who (has to|decides|signs|approves|else)|say yes|how you buy|who .{0,30}(budget|decision)|decision maker|finance need)\b", Flags)]
    private static partial Regex BuyerAsked();

    [GeneratedRegex(@"\b(hard requirement|must[- ]have|not negotiable|non-negotiable|deal ?breaker|criteria|criterion|requirements?|has to (be|take|have|support|work|catch)|we can't (run|accept|use)|must (catch|be|have|support|never|not))\b", Flags)]
    private static partial Regex CriteriaStrong();

    [GeneratedRegex(@"\b(we need|needs|must|require|price under|without|audit trail|single sign-on|export|compliance|signatures?|certificate)\b", Flags)]
    private static partial Regex CriteriaWeak();

    [GeneratedRegex(@"\b(must be true|criteria|requirements?|did i miss|important to you|want to see|look for|good look like)\b", Flags)]
    private static partial Regex CriteriaAsked();

    [GeneratedRegex(@"\b(steering (meeting|committee)|the board (meets|that approves|date)|board date|vendor review|security review|supplier (onboarding )?form|legal (reads|needs|review)|in parallel|ask for the signature|procurement|pack (closes|must)|approval process|goes? live|pilot)\b", Flags)]
    private static partial Regex ProcessStrong();

    [GeneratedRegex(@"\b(january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|weeks?|working days|quarter|meeting|sign|review|legal|security)\b", Flags)]
    private static partial Regex ProcessWeak();

    [GeneratedRegex(@"\b(timing|timeline|time ?frame|working backwards|next steps|process|between now|how (do|would) you buy|in parallel|what happens (next|after)|by when|is there a date)\b", Flags)]
    private static partial Regex ProcessAsked();

    [GeneratedRegex(@"\b((?<!zero )reprints?|should have (said|been)|pulped|delisting|warning letter|withdrawal|wrong version|got lost|gets? lost|nobody knows|by hand|contradicting|painful|struggl\w+|frustrat\w+|went wrong|was missing|missing on|back and forth|the problem|outgrown|too slow|takes (too|so) long)\b", Flags)]
    private static partial Regex PainStrong();

    [GeneratedRegex(@"\b(wrong|lost|missing|mistakes?|errors?|delay\w*|slow|manual\w*|email|cost us|complain\w*|late)\b", Flags)]
    private static partial Regex PainWeak();

    [GeneratedRegex(@"\b(walk me through|what happened|where does it hurt|problem|challenge|what made you|actual cost|pain|why now)\b", Flags)]
    private static partial Regex PainAsked();

    [GeneratedRegex(@"\b(i would run it myself|i'd (own|run|like to present|present)|i('ll| will) (own|run|present|push|champion)|my name on (this|it)|in my own goals|my goals say|i have been asking for|i've been asking for|i'd own|i recommend|i want this|i'm in favou?r|make the case|i told \p{Lu}\p{Ll}+)\b", Flags)]
    private static partial Regex ChampionStrong();

    [GeneratedRegex(@"\b(i'd like (that|her|him)|my (designers|team) wants?|saved (june|us)|i'll (ask|find|introduce|put)|great|useful)\b", Flags)]
    private static partial Regex ChampionWeak();

    [GeneratedRegex(@"\b(help you (with|make)|who would (run|own)|make the case|present)\b", Flags)]
    private static partial Regex ChampionAsked();

    [GeneratedRegex(@"\b(trialled|trialed|evaluat(ed|ing)|competitors?|looked at (a|another|other|some)|compared (it|them|you) (to|with)|doing nothing|quote from|already own|in-house tool|build (it )?ourselves|sister company uses|alternative)\b", Flags)]
    private static partial Regex CompetitionStrong();

    [GeneratedRegex(@"\b(tried|tool|licen[cs]es?|other vendors?|free for us|compare|quote|used \p{Lu}\p{Ll}+)\b", Flags)]
    private static partial Regex CompetitionWeak();

    [GeneratedRegex(@"\b(other tools|looked at|alternatives?|competit\w+|compar(e|ing) (us|with)|who else|already seen|else (is|are) (in|on))\b", Flags)]
    private static partial Regex CompetitionAsked();

    [GeneratedRegex(@"\b(main worry|says no|who says no|nobody will want|it dies|will stop it|we miss it|can make noise|not a cost question|delisting threat|waits for (january|april|july|next)|over(rules|ruled)|the risk is|we('re| are) out)\b", Flags)]
    private static partial Regex RiskStrong();

    [GeneratedRegex(@"\b(worry|worried|concern\w*|risk|never accept|no matter what|stop|afraid)\b", Flags)]
    private static partial Regex RiskWeak();

    [GeneratedRegex(@"\b(what could (stop|still|kill)|worries|concerns?|risks?|what would stop)\b", Flags)]
    private static partial Regex RiskAsked();

    [GeneratedRegex(@"\b(i'm assuming|i assume|i would assume|i guess|i suppose|not sure|isn't the decision maker|is not the decision maker)\b", Flags)]
    private static partial Regex GuessWords();

    [GeneratedRegex(@"\b(correction|i need to correct|i was wrong|it's been moved|was moved)\b", Flags)]
    private static partial Regex CorrectionWords();

    [GeneratedRegex(@"\bnot the (\p{L}+-\p{L}+|\d[\p{L}\d.,]*)", Flags)]
    private static partial Regex SupersededWords();

    [GeneratedRegex(@"\b(ignore (all |any )?(the |my )?(earlier|previous|prior|above)|(for|to) the (ai|llm|language model|assistant|bot)\b|system prompt|</?transcript)", Flags)]
    private static partial Regex ToTheReaderWords();
}
