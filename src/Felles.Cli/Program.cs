using Felles.Cli;
using Felles.Cli.Kjoering;

return await Kommandolinje.KjoerAsync(args, Konsoll.Vanlig());
