namespace Felles.Storage;

/// <summary>Another program writes the data folder.</summary>
public sealed class DataDirectoryInUseException(string directory, string process)
    : Exception($"The data folder {directory} is in use by another program{(process.Length > 0 ? $" (process {process})" : "")}. "
        + "Stop that program, or name another folder with Felles:DataDirectory.");
