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
        var listenOn = configuration[WebHostDefaults.ServerUrlsKey];
        var ports = configuration[WebHostDefaults.HttpPortsKey] ?? configuration[WebHostDefaults.HttpsPortsKey];
        if (listenOn is null && ports is null && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            configuration[WebHostDefaults.ServerUrlsKey] = Url;
        }

        if (configuration["Felles:PublicUrl"] is null && listenOn is not null)
        {
            var first = listenOn.Split(';')[0].TrimEnd('/');
            configuration["Felles:PublicUrl"] = first
                .Replace("://*", "://localhost").Replace("://+", "://localhost")
                .Replace("://0.0.0.0", "://localhost").Replace("://[::]", "://localhost");
        }
    }
}
