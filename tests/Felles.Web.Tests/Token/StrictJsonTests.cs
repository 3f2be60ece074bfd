using System.Text;
using Felles.Web.Token;

namespace Felles.Web.Tests.Token;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("{\"a\":\"x\"}", true)]
    [InlineData("{\"a\":\"\u00e6\\u00e6\\ud83d\\ude00\"}", true)]
    [InlineData("{\"a\":\"\\ud800\"}", false)]
    [InlineData("{\"\\ud800\":1}", false)]
    [InlineData("{\"a\":1,\"a\":2}", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void Only_one_object_of_text_is_read(string json, bool read) => Assert.Equal(read, Reads(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("{\"a\":\"?\"}")]
    [InlineData("{\"?\":1}")]
    public void Bytes_that_are_no_UTF8_are_refused_and_not_left_to_be_found_by_who_reads_the_text(string json) =>
        Assert.False(Reads([.. Encoding.ASCII.GetBytes(json).Select(b => b == '?' ? (byte)0xff : b)]));

    private static bool Reads(byte[] utf8)
    {
        using var document = StrictJson.ParseObject(utf8);
        return document is not null;
    }
}
