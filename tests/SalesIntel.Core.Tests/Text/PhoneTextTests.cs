using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Text;

namespace SalesIntel.Core.Tests.Text;

public sealed class PhoneTextTests
{
    [Theory]
    [InlineData("+33 6 12 34 56 78", "+33612345678")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("+1 (202) 555-0162", "+12025550162")]
    [InlineData(" +49.30/901820 ", "+4930901820")]
    [InlineData("tel:+33612345678", "+33612345678")]
    [InlineData("Tel. +33 6 12 34 56 78", "+33612345678")]
    [InlineData("tel: after 6 pm", "tel: after 6 pm")]
    [InlineData("06 12 34 56 78", "06 12 34 56 78")]
    [InlineData("+33 6 12 34 56 78 (after 6 pm)", "+33 6 12 34 56 78 (after 6 pm)")]
    [InlineData("+1 202 555 0162 x12", "+12025550162 ext. 12")]
    [InlineData("+1 202 555 0162 ext. 4", "+12025550162 ext. 4")]
    [InlineData("+1 (202) 555-0162, ext 4", "+12025550162 ext. 4")]
    [InlineData("+1 202 555 0162;ext=4", "+12025550162 ext. 4")]
    [InlineData("+1 202 555 0162 #4", "+12025550162 ext. 4")]
    [InlineData("+1-202-555-0162,,4", "+12025550162 ext. 4")]
    [InlineData("+33 1 70 18 99 00 poste 12", "+33170189900 ext. 12")]
    [InlineData("+49 30 901820 (Durchwahl 17)", "+4930901820 ext. 17")]
    [InlineData("202 555 0162 x12", "202 555 0162 x12")]
    [InlineData("+999 123 456 x12", "+999 123 456 x12")]
    [InlineData("+39 (0)6 1234 5678", "+390612345678")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    [InlineData("+44 (0)1632 960001", "+441632960001")]
    [InlineData("+999 123 456", "+999 123 456")]
    [InlineData("+12", "+12")]
    [InlineData("0033 6 12 34 56 78", "+33612345678")]
    [InlineData("＋３３ ６ １２ ３４ ５６ ７８", "+33612345678")]
    [InlineData("+1234567890123456", "+1234567890123456")]
    [InlineData("00 33 6 12 34 56 78", "+33612345678")]
    [InlineData("00-33-6-12-34-56-78", "+33612345678")]
    [InlineData("(00) 33 6 12 34 56 78", "+33612345678")]
    [InlineData("00 (33) 6 12 34 56 78", "+33612345678")]
    [InlineData("tel: 00.44.20.7946.0958", "+442079460958")]
    [InlineData("00 999 123 456", "00 999 123 456")]
    [InlineData("0 033 6 12", "0 033 6 12")]
    [InlineData("+٩٧١ ٥٠ ١٢٣ ٤٥٦٧", "+971501234567")]
    [InlineData("۰۰۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789")]
    [InlineData("+९१ ९८७६५ ४३२१०", "+919876543210")]
    [InlineData("", "")]
    public void Number_with_its_country_is_written_as_E164_and_every_other_one_as_typed(string typed, string expected) =>
        Assert.Equal(expected, PhoneText.Normalize(typed));

    [Theory]
    [InlineData("06 12 34 56 78", "France", "+33612345678")]
    [InlineData("0033 6 12 34 56 78", "FR", "+33612345678")]
    [InlineData("030 901820", "Deutschland", "+4930901820")]
    [InlineData("06 1234 5678", "Italy", "+390612345678")]
    [InlineData("(202) 555-0162", "United States", "+12025550162")]
    [InlineData("tel: 020 7946 0958", "the UK", "+442079460958")]
    [InlineData("+33 6 12 34 56 78", "Germany", "+33612345678")]
    [InlineData("06 12 34 56 78", "Ruritania", "06 12 34 56 78")]
    [InlineData("06 12 34 56 78", "", "06 12 34 56 78")]
    [InlineData("123 456", "France", "123 456")]
    [InlineData("٠٥٠ ١٢٣ ٤٥٦٧", "United Arab Emirates", "+971501234567")]
    [InlineData("00 33 6 12 34 56 78", "Germany", "+33612345678")]
    public void Number_is_read_by_the_country_that_was_stated_where_it_is_one_there(string typed, string country, string expected) =>
        Assert.Equal(expected, PhoneText.Normalize(typed, country));

    [Theory]
    [InlineData("06 12 34 56 78", "06 12 34 56 78")]
    [InlineData("WhatsApp: +55 (11) 91234-5678", "+55 (11) 91234-5678")]
    [InlineData("0170 1234567 oder 030 901820", "0170 1234567")]
    [InlineData("(202) 555-0162 x12", "(202) 555-0162 x12")]
    [InlineData("tel:+49-30-901820", "+49-30-901820")]
    [InlineData("Tel. 030 901820, Durchwahl 12", "030 901820, Durchwahl 12")]
    [InlineData("０３０ ９０１８２０", "030 901820")]
    [InlineData("please e-mail instead", "")]
    [InlineData("2026-12-08 15:00", "")]
    [InlineData("https://meet.example/123456789", "")]
    [InlineData("ada+123456789@quill.example", "")]
    [InlineData("12 345", "12 345")]
    [InlineData("call 12 345", "")]
    [InlineData("000", "")]
    [InlineData("Call me: +1 415 555 0132", "+1 415 555 0132")]
    [InlineData("واتساب: +٩٧١ ٥٠ ١٢٣ ٤٥٦٧", "+971 50 123 4567")]
    [InlineData("00 33 6 12 34 56 78", "00 33 6 12 34 56 78")]
    public void Number_is_found_among_other_words(string text, string expected) => Assert.Equal(expected, PhoneText.Find(text));

    [Fact]
    public void Long_text_of_digits_is_read_in_time_linear_in_its_length()
    {
        TimeOf(1_000);
        var ofFew = TimeOf(50_000);
        var ofMany = TimeOf(400_000);

        // Eight times as long in linear time, 64 times in quadratic.
        Assert.InRange(ofMany / ofFew, 0, 24);

        static TimeSpan TimeOf(int digits)
        {
            var text = string.Concat(Enumerable.Repeat("1 ", digits)) + "1x";
            return Enumerable.Range(0, 5).Min(_ => ProcessorTime.Of(() => Assert.Equal("", PhoneText.Find(text))));
        }
    }

    [Theory]
    [InlineData("030 901820", true)]
    [InlineData("Tel. 030 901820", true)]
    [InlineData("٠٥٠ ١٢٣ ٤٥٦٧", true)]
    [InlineData("12 345", false)]
    [InlineData("call me", false)]
    [InlineData("2026-12-08 15:00", false)]
    [InlineData("https://meet.example/123456", false)]
    [InlineData("n/a", false)]
    public void Text_is_a_number_or_not(string text, bool expected) => Assert.Equal(expected, PhoneText.IsNumber(text));
}
