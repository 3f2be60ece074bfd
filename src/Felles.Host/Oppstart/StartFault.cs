using System.Net.Sockets;
using System.Security.Cryptography;
using Felles.Storage;
using Microsoft.AspNetCore.Connections;

namespace Felles.Host.Oppstart;

/// <summary>What keeps the program from starting and is the operator's to put right: told in one line, without a stack trace.</summary>
internal static class StartFault
{
    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;

    /// <summary>Null for a bug, whose stack trace is wanted.</summary>
    public static string? Message(Exception exception) => exception switch
    {
        InvalidSettingException or DataDirectoryInUseException or DurabilityException or MigrationException => Line(exception.Message),
        DatabaseUnavailableException e => Line($"Felles:Database: {e.Message} {e.InnerException?.Message}"),
        IOException { InnerException: AddressInUseException } e => Line($"ASPNETCORE_URLS: {e.Message} Stop the program that listens there, or name another address."),
        SocketException e => Line($"ASPNETCORE_URLS: the address cannot be listened on ({e.Message})."),
        FormatException e when e.Message.StartsWith("Invalid url", StringComparison.Ordinal) => Line($"ASPNETCORE_URLS: {e.Message}"),
        ArgumentException e when e.Message.Contains(FellesOptions.Section + ":", StringComparison.Ordinal) => Line(e.Message),
        CryptographicException e => Line($"Felles:DataProtection:Certificate: {e.Message}"),
        InvalidDataException e => Line($"{e.Message} {e.InnerException?.Message}"),
        _ => null,
    };

    private static string Line(string text) => "Felles did not start. " + text.ReplaceLineEndings(" ").Trim();
}
