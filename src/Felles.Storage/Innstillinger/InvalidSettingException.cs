namespace Felles.Storage;

/// <summary>A setting under <c>Felles:</c> is wrong or unknown. The message names it; the program prints it and does not start.</summary>
public sealed class InvalidSettingException(string message, Exception? inner = null) : Exception(message, inner);
