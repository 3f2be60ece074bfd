using System.Diagnostics;

namespace Felles.Testing.Filer;

/// <summary>JSON judged by another program: ajv from npm, with the script of the caller.</summary>
public static class Ajv
{
    /// <summary>Null when node or the npm packages are not installed.</summary>
    /// <param name="skript">Reads lines on standard input and ends with 1 when one is wrong.</param>
    /// <param name="argumenter">Of the script.</param>
    /// <param name="linjer">Standard input.</param>
    public static async Task<(int Kode, string Ut)?> KjoerAsync(string skript, IEnumerable<string> argumenter, IEnumerable<string> linjer)
    {
        if (Pakkemappe() is not { } pakker || Start(pakker, [skript, .. argumenter]) is not { } node)
            return null;
        using (node)
        {
            var ut = node.StandardOutput.ReadToEndAsync();
            var feil = node.StandardError.ReadToEndAsync();
            foreach (var linje in linjer)
                await node.StandardInput.WriteLineAsync(linje);
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            return (node.ExitCode, await ut + await feil);
        }
    }

    private static Process? Start(string pakker, string[] argumenter)
    {
        var start = new ProcessStartInfo("node", argumenter)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NODE_PATH"] = pakker },
        };
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? Pakkemappe()
    {
        for (var mappe = new DirectoryInfo(AppContext.BaseDirectory); mappe is not null; mappe = mappe.Parent)
        {
            var pakker = Path.Combine(mappe.FullName, "node_modules");
            if (Directory.Exists(Path.Combine(pakker, "ajv")))
                return pakker;
        }

        return null;
    }
}
