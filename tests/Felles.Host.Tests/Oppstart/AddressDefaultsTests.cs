using Felles.Host.Oppstart;
using Microsoft.Extensions.Configuration;

namespace Felles.Host.Tests.Oppstart;

public sealed class AddressDefaultsTests
{
    [Theory]
    [InlineData("urls=http://127.0.0.1:7001;http://127.0.0.1:7002", "http://127.0.0.1:7001")]
    [InlineData("urls=http://*:7001/", "http://localhost:7001")]
    [InlineData("urls=http://[::]:7001", "http://localhost:7001")]
    [InlineData("urls=https://0.0.0.0:7001", "https://localhost:7001")]
    [InlineData("http_ports=8080;8081", "http://localhost:8080")]
    [InlineData("https_ports=8443", "https://localhost:8443")]
    [InlineData("http_ports=8080&https_ports=8443", "http://localhost:8080")]
    [InlineData("urls=http://localhost:7001&http_ports=8080", "http://localhost:7001")]
    [InlineData("Kestrel:Endpoints:Ute:Url=https://+:443&urls=http://localhost:7001", "https://localhost:443")]
    public void The_public_address_is_the_first_one_listened_on(string settings, string expected) =>
        Assert.Equal(expected, With(settings)["Felles:PublicUrl"]);

    [Theory]
    [InlineData("http_ports=8080")]
    [InlineData("Kestrel:Endpoints:Ute:Url=http://localhost:7001")]
    public void A_port_or_endpoint_is_listened_on_alone(string settings) => Assert.Null(With(settings)["urls"]);

    [Fact]
    public void Without_settings_the_program_listens_on_5080_and_is_known_by_it()
    {
        var configuration = With("");
        Assert.Equal("http://localhost:5080", configuration["urls"]);
        Assert.Null(configuration["Felles:PublicUrl"]);
    }

    [Fact]
    public void A_public_address_that_is_set_stands() => Assert.Equal(
        "https://felles.example", With("urls=http://*:80&Felles:PublicUrl=https://felles.example")["Felles:PublicUrl"]);

    private static ConfigurationManager With(string settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var setting in settings.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = (setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);
            configuration[key] = value;
        }

        configuration.AddAddressDefaults();
        return configuration;
    }
}
