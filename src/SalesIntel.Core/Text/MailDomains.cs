namespace SalesIntel.Text;

/// <summary>What a mail domain tells about a company: nothing, when it is a provider that gives addresses to anyone.</summary>
internal static class MailDomains
{
    private static readonly FrozenSet<string> FreeMail = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "gmail.com", "live.com", "live.co.uk", "live.com.au", "live.fr", "live.de", "live.it", "live.nl", "live.ca", "live.se", "live.dk",
        "live.be", "live.ie", "live.com.mx", "live.com.pt", "ymail.com", "rocketmail.com", "icloud.com", "me.com", "mac.com",
        "privaterelay.appleid.com", "proton.me", "pm.me", "tuta.io", "tuta.com", "web.de", "t-online.de", "freenet.de", "mail.com", "mail.ru",
        "mozmail.com", "passmail.net", "zoho.com", "zohomail.com", "fastmail.com", "hey.com", "hushmail.com", "qq.com", "163.com",
        "126.com", "sina.com", "naver.com", "daum.net", "hanmail.net", "rediffmail.com", "orange.fr", "wanadoo.fr", "free.fr",
        "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "tiscali.it", "btinternet.com", "sky.com", "virginmedia.com",
        "talktalk.net", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net",
        "bigpond.com", "bigpond.net.au", "optusnet.com.au", "xtra.co.nz", "shaw.ca", "rogers.com", "sympatico.ca", "uol.com.br",
        "bol.com.br", "terra.com.br", "seznam.cz", "wp.pl", "o2.pl", "interia.pl", "onet.pl", "bluewin.ch", "ziggo.nl",
        "telenet.be", "skynet.be", "abv.bg", "ukr.net", "inbox.lv", "duck.com", "simplelogin.com", "aleeas.com", "slmail.me",
        "anonaddy.me", "addy.io",

        // Access providers whose customers keep their addresses for decades.
        "sapo.pt", "iol.pt", "clix.pt", "netcabo.pt", "telepac.pt", "mail.telepac.pt", "ig.com.br", "globo.com", "globomail.com", "r7.com",
        "arcor.de", "online.de", "posteo.de", "mailbox.org", "kabelmail.de", "vodafone.de", "vodafonemail.de", "unitybox.de", "email.de",
        "aon.at", "chello.at", "a1.net", "kabsi.at", "hispeed.ch", "sunrise.ch", "bbox.fr", "neuf.fr", "club-internet.fr", "numericable.fr",
        "aliceadsl.fr", "telefonica.net", "ono.com", "movistar.es", "terra.es", "euskalnet.net", "alice.it", "tin.it", "tim.it",
        "fastwebnet.it", "email.it", "inwind.it", "pec.it", "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl", "casema.nl", "hetnet.nl",
        "upcmail.nl", "chello.nl", "scarlet.be", "proximus.be", "voo.be", "telia.com", "comhem.se", "bredband.net", "spray.se", "online.no",
        "broadpark.no", "mail.dk", "jubii.dk", "stofanet.dk", "ntlworld.com", "blueyonder.co.uk", "tiscali.co.uk", "plus.com", "o2.co.uk",
        "eircom.net", "videotron.ca", "telus.net", "bell.net", "earthlink.net", "juno.com", "aim.com", "optonline.net", "frontier.com",
        "windstream.net", "centurylink.net", "roadrunner.com", "iinet.net.au", "westnet.com.au", "tpg.com.au", "centrum.cz", "email.cz",
        "azet.sk", "freemail.hu", "citromail.hu", "bk.ru", "list.ru", "inbox.ru", "rambler.ru", "i.ua", "meta.ua", "walla.co.il",
        "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "nifty.com", "biglobe.ne.jp", "foxmail.com", "yeah.net", "sohu.com", "nate.com");

    // Providers that have addresses under a domain of each country.
    private static readonly FrozenSet<string> InAnyCountry = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "googlemail", "outlook", "hotmail", "msn", "windowslive", "yahoo", "aol", "protonmail", "gmx", "yandex", "tutanota");

    private static readonly FrozenSet<string> Providers = FrozenSet.Create(
        StringComparer.Ordinal,
        "google", "googlemail", "microsoft", "microsoftoutlook", "yahoomail", "apple", "appleicloud", "hotmail", "gmail", "outlook");

    private static readonly FrozenSet<string> SecondLevel = FrozenSet.Create(
        StringComparer.Ordinal, "co", "com", "net", "org", "ac", "gov", "edu", "or", "ne");

    /// <summary>The domain of an address, lower case; empty when it has none.</summary>
    public static string Of(string email) => EmailAddress.TryParse(email, out var address) ? address.Domain : "";

    /// <summary>True when the domain's addresses are given to anyone (or there is no domain), so that it names no company.</summary>
    public static bool IsFreeMail(string domain) => domain.Length == 0 || FreeMail.Contains(domain) || IsOfProvider(domain, Label(domain));

    // yahoo.com and yahoo.com.br, but neither mail.yahoo.example nor outlook.agency.
    private static bool IsOfProvider(string domain, string label) => InAnyCountry.Contains(label)
        && domain.StartsWith($"{label}.", StringComparison.OrdinalIgnoreCase)
        && domain.AsSpan(label.Length + 1) is "com" or "net" or [_, _] or [.., '.', _, _];

    /// <summary>The label that names the owner: <c>harrowpine</c> of <c>mail.harrowpine.co.uk</c>.</summary>
    public static string Label(string domain)
    {
        var labels = domain.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return labels.Length switch
        {
            0 => "",
            1 => labels[0],
            _ when labels.Length >= 3 && labels[^1].Length == 2 && SecondLevel.Contains(labels[^2]) => labels[^3],
            _ => labels[^2],
        };
    }

    /// <summary>A readable name from the label: <c>Saltmarsh Provisions</c> of <c>saltmarsh-provisions.example</c>.</summary>
    public static string Name(string domain) => string.Join(' ', Label(domain)
        .Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>True when the text is the provider itself: <c>Gmail</c>, <c>gmail.com</c>, <c>https://www.gmail.com</c>.</summary>
    public static bool IsProvider(string text, string domain)
    {
        var host = text.Split('(')[0].Trim().ToLowerInvariant();
        host = host[(host.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        host = host.Split('/')[0];
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var bare = string.Concat(host.Where(char.IsLetterOrDigit));
        return host == domain || (host.Length > 0 && IsFreeMail(host)) || bare == Label(domain) || Providers.Contains(bare);
    }
}
