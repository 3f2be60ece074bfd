using Felles.Testing.Maskinporten;
using Felles.Web.Token;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Tests.Token;

public sealed class ConnectionMemoryTests : IDisposable
{
    private readonly Tokenmaker maker = new();
    private readonly Testklokke clock = new();
    private readonly Connection connection = new();
    private readonly TokenCheck check;

    public ConnectionMemoryTests() => check = new TokenCheck(maker, new TokenOptions { CacheSize = 16 }, Tokenmaker.Audience, clock);

    public void Dispose()
    {
        check.Dispose();
        maker.Dispose();
    }

    [Fact]
    public async Task A_header_that_a_connection_repeats_is_known_again()
    {
        var header = "Bearer " + maker.Token(clock.GetUtcNow());
        var first = await Valid(header);
        Assert.Same(first, await Valid(header));
        Assert.Single(connection.Items);
        Assert.Same(first, await Valid(header));
        Assert.Equal(1, maker.Lookups);
    }

    [Fact]
    public async Task Another_token_on_the_same_connection_is_another_token()
    {
        var (one, other) = (Header("en"), Header("to"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("en", (await Valid(one)).Jti);
            Assert.Equal("to", (await Valid(other)).Jti);
        }
    }

    [Fact]
    public async Task What_a_connection_remembers_ends_with_the_token()
    {
        var header = Header("en");
        await Valid(header);
        await Valid(header);
        clock.Flytt(TimeSpan.FromHours(2));
        Assert.IsType<TokenResult.Ugyldig>(await check.CheckAsync(Request(header)));
    }

    [Fact]
    public async Task What_a_connection_remembers_is_not_believed_after_a_key_is_withdrawn()
    {
        var header = Header("en");
        await Valid(header);
        await Valid(header);
        maker.Kid = "ny";
        maker.Change();
        Assert.IsType<TokenResult.Ugyldig>(await check.CheckAsync(Request(header)));
    }

    [Fact]
    public async Task Streams_that_share_a_connection_remember_nothing_on_it()
    {
        var header = Header("en");
        for (var i = 0; i < 3; i++)
            await Valid(header, "HTTP/2");
        Assert.Empty(connection.Items);
    }

    private string Header(string jti) => "Bearer " + maker.Token(clock.GetUtcNow(), c => c["jti"] = jti);

    private async Task<ValidatedToken> Valid(string header, string protocol = "HTTP/1.1") =>
        Assert.IsType<TokenResult.Gyldig>(await check.CheckAsync(Request(header, protocol))).Token;

    private DefaultHttpContext Request(string header, string protocol = "HTTP/1.1")
    {
        var ctx = new DefaultHttpContext();
        ctx.Features.Set<IConnectionItemsFeature>(connection);
        ctx.Request.Protocol = protocol;
        ctx.Request.Headers.Authorization = header;
        return ctx;
    }

    private sealed class Connection : IConnectionItemsFeature
    {
        public IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
    }
}
