namespace Felles.Host.Oppstart;

internal static class AddressDefaults
{
    private const string Url = "http://localhost:5080";

    /// <summary>
    /// Without settings the program listens on localhost:5080 and is known by that address; with an address to listen on and no public one,
    /// the first of those is the public one. Issuers and links follow from it.
    /// </summary>
    public static void AddAddressDefaults(this ConfigurationManager configuration)
    {
        var listensOn = First(configuration);
        if (listensOn is null)
            configuration[WebHostDefaults.ServerUrlsKey] = Url;
        // What is no address is the server's to refuse, by the name of its own setting.
        if (configuration["Felles:PublicUrl"] is null && listensOn is not null && Uri.TryCreate(Reachable(listensOn), UriKind.Absolute, out _))
            configuration["Felles:PublicUrl"] = Reachable(listensOn);
    }

    /// <summary>The server's own order: its endpoints before addresses, addresses before bare ports, http before https.</summary>
    private static string? First(ConfigurationManager configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).FirstOrDefault(url => url is not null)
        ?? Entry(configuration[WebHostDefaults.ServerUrlsKey])
        ?? Port("http", configuration[WebHostDefaults.HttpPortsKey])
        ?? Port("https", configuration[WebHostDefaults.HttpsPortsKey]);

    private static string? Port(string scheme, string? ports) => Entry(ports) is { } port ? $"{scheme}://localhost:{port}" : null;

    private static string? Entry(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();

    /// <summary>An address that means every interface is no address to call; on this machine all of them answer to localhost.</summary>
    private static string Reachable(string address) => address.TrimEnd('/')
        .Replace("://*", "://localhost").Replace("://+", "://localhost")
        .Replace("://0.0.0.0", "://localhost").Replace("://[::]", "://localhost");
}
