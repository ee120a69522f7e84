using SalesIntel.Core.Tests.Settings;

namespace SalesIntel.Webhooks;

/// <summary>What the settings of webhooks refuse, and what they show.</summary>
public sealed class WebhookSettingsTests
{
    [Theory]
    [InlineData("CALENDLY_SIGNING_KEY", "a-key-of-calendly")]
    [InlineData("READAI_SIGNING_KEY", "YSBrZXkgb2YgcmVhZA==")]
    [InlineData("READAI_SHARED_SECRET", "a-secret-of-a-relay")]
    public void Key_is_never_shown(string name, string value)
    {
        using var configured = Configured.With((name, value));

        var row = configured.Settings.Rows.Single(one => one.Name == name);
        Assert.True(row.IsSecret);
        Assert.DoesNotContain(value, configured.Settings.ToMarkdown(withValues: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com/event_types/1", true)]
    [InlineData("CALENDLY_EVENT_TYPE_URI", "https://api.calendly.com/", false)]
    [InlineData("CALENDLY_EVENT_TYPE_URI", "1", false)]
    [InlineData("READAI_SIGNING_KEY", "YSBrZXk=", true)]
    [InlineData("READAI_SIGNING_KEY", "YSBrZXk=,not base64", false)]
    public void Value_that_can_not_work_is_refused(string name, string value, bool works)
    {
        using var configured = Configured.With((name, value));
        string[] errors = works ? [] : [.. configured.Errors];

        Assert.Equal(works ? [] : [name], errors.Select(error => error.Split(' ')[0]));
        if (works)
        {
            configured.Start();
        }
    }

    [Theory]
    [InlineData("4194304", "1048576", true)]
    [InlineData("4194303", "1048576", false)]
    [InlineData("4194304", "1048577", false)]
    public void Memory_for_bodies_has_room_for_four_of_the_longest(string memory, string longest, bool works)
    {
        using var configured = Configured.With(("BODY_MEMORY_BYTES", memory), ("MAX_BODY_BYTES", longest));
        if (works)
        {
            configured.Start();
        }
        else
        {
            Assert.Contains("is less than four times MAX_BODY_BYTES", Assert.Single(configured.Errors), StringComparison.Ordinal);
        }
    }
}
