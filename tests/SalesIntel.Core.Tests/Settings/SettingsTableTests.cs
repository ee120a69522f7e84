using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Engine;
using SalesIntel.Settings;

namespace SalesIntel.Core.Tests.Settings;

/// <summary>What is shown of the settings.</summary>
public sealed class SettingsTableTests
{
    [Fact]
    public void A_row_says_what_holds_and_hides_secrets()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings), ("MAIL_PASSWORD", "hunter2"), ("MAIL_PORT", "587"), ("MAIL_KIND", "rich"));
        var rows = host.Settings.Rows.ToDictionary(row => row.Name);
        Assert.Equal(("587", "25"), (rows["MAIL_PORT"].Value, rows["MAIL_PORT"].Default));
        Assert.Equal(("rich", "plain"), (rows["MAIL_KIND"].Value, rows["MAIL_KIND"].Default));
        Assert.Equal(("set", "not set"), (rows["MAIL_PASSWORD"].Value, rows["MAIL_KEYS"].Value));
        Assert.Equal(("from the host", "", "from the host"), (rows["MAIL_URL"].Value, rows["MAIL_URL"].Default, rows["MAIL_URL"].Unset));
        Assert.Equal(("the value of `MAIL_TLS`", "10", "1"), (rows["MAIL_RETRY"].Value, rows["MAIL_TIMEOUT_SECONDS"].Value, rows["MAIL_PAUSE_MINUTES"].Value));
        Assert.DoesNotContain(rows.Values, row => row.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_has_a_row_for_every_variable_in_the_order_of_declaration()
    {
        using var host = Configured.With(builder => builder.AddSettings(MailOptions.Settings), ("MAIL_PORT", "587"), ("MAIL_PASSWORD", "hunter2"));
        var lines = host.Settings.ToMarkdown().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["| name | default | meaning |", "|---|---|---|"], lines[..2]);
        Assert.Equal(
            [
                "| `MAIL_HOST` | – | server that sends mail |",
                "| `MAIL_PORT` | `25` | its port |",
                "| `MAIL_TLS` | `false` | encrypted |",
                "| `MAIL_RETRY` | the value of `MAIL_TLS` | tried again |",
                "| `MAIL_TIMEOUT_SECONDS` | `10` | how long a call may take |",
                "| `MAIL_PAUSE_MINUTES` | `1` | pause between mails |",
                "| `MAIL_PASSWORD` | – | of the account (secret) |",
                "| `MAIL_URL` | from the host | for stand-ins |",
                "| `MAIL_KEYS` | – | keys, comma separated (secret) |",
                "| `MAIL_FOLDERS` | `in,out` | folders, comma separated |",
                "| `MAIL_KIND` | `plain` | `plain` or `rich` |",
            ],
            lines[^11..]);
        Assert.Contains("| `MAX_RETRIES` | `3` | after 60, 120, 240 s (with jitter) |", lines);
        var values = host.Settings.ToMarkdown(withValues: true);
        Assert.Contains("| `MAIL_PORT` | `587` | `25` | its port |", values, StringComparison.Ordinal);
        Assert.Contains("| `MAIL_PASSWORD` | set | – | of the account (secret) |", values, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_of_the_host_is_shown_as_the_default()
    {
        using var host = Configured.With(
            services => services.Configure<ProcessingOptions>(options => options.Workers = 3), null, _ => { }, ("WORKERS", "5"));
        var row = host.Settings.Rows.Single(one => one.Name == "WORKERS");
        Assert.Equal(("5", "3"), (row.Value, row.Default));
    }

    [Fact]
    public void Each_default_written_out_as_a_user_would_reads_to_the_same()
    {
        using var nothing = Configured.With(builder => builder.AddSettings(MailOptions.Settings));
        var rows = nothing.Settings.Rows;
        foreach (var row in rows.Where(row => row.Default.Length > 0))
        {
            using var written = Configured.With(builder => builder.AddSettings(MailOptions.Settings), (row.Name, row.Default));
            written.Start();
            Assert.Equal(rows, written.Settings.Rows);
        }
    }

    [Fact]
    public void Advice_is_given_when_nothing_is_wrong()
    {
        using var host = Configured.With(
            builder => builder.AddSettings(MailOptions.Settings), ("MAIL_HOTS", "x"), ("SalesIntel:MAIL_POTR", "1"), ("SalesIntel:WORKRES", "3"));
        var warnings = host.Settings.FindWarnings();
        Assert.Contains("MAIL_HOST is not set: no mail is sent.", warnings);
        Assert.Contains("MAIL_HOTS is not a known variable and has no effect. Did you mean MAIL_HOST?", warnings);
        Assert.Contains("MAIL_POTR is not a known variable and has no effect. Did you mean MAIL_PORT?", warnings);
        Assert.Contains("SalesIntel:WORKRES is not a setting of any part that was added, and has no effect. Did you mean WORKERS?", warnings);
        Assert.Contains(warnings, warning => warning.StartsWith("READAI_CUSTOMER_DOMAINS is not set", StringComparison.Ordinal));
        Assert.Equal(3, warnings.Count(warning => warning.Contains("has no effect", StringComparison.Ordinal)));

        using var wrong = Configured.With(("WORKERS", "0"));
        Assert.Throws<SettingsException>(() => wrong.Settings.FindWarnings());
    }
}
