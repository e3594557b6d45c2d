extension HelpCommand {
  /// What the commands take that begin a project, or make something of it.
  static func projectText(for command: CommandLineArguments.Command) -> String {
    switch command {
    case .generate:
      """
      Run the generators of the schema, which write clients and the like

      Usage: prisma-lsp generate [PATH] [OPTIONS]

        PATH, --schema PATH  The schema: a file, or a folder whose .prisma files are one schema
        --config PATH        The config file to look into
        --generator NAME     Only the generator of this name; can be given several times
        --require-models     Fail when the schema has no model
        --timeout SECONDS    What all generators may take together; without it there is no limit
        --watch              Generate again whenever the schema changes, until Ctrl-C

      \(commonOptions)
      A generator is the command that its `provider` names. It is run by the shell in the working
      directory, with the variables of `.env` files. Prisma's own `prisma-client-js` and `prisma-client`
      are no commands: they need Node. Exits with 1 when a generator fails; the others run nevertheless.
      \(Generation.commitVariable) sets the commit of Prisma's engines that generators are told.

      """
    case .initialize:
      """
      Begin a project: schema, configuration and .env

      Usage: prisma-lsp init [OPTIONS]

        --datasource-provider P
                             postgresql (the default), mysql, sqlite, sqlserver, mongodb, cockroachdb
        --url URL            The database. It is written to .env, and tells the provider
        --generator-provider P
                             The generator, such as prisma-client-py
        --output PATH        Where the generator writes to, from the folder of the schema
        --preview-feature F  A preview feature to switch on; can be given several times
        --with-model         Add a model to begin with

      \(commonOptions)
      Writes what `prisma init` of the version writes: `--prisma-version`, else what the project around
      asks for, else 7. Nothing that is there is written over.

      """
    default:
      """
      Print a script that completes command lines

      Usage: prisma-lsp completions SHELL

        SHELL                bash, zsh or fish

      In bash: source <(prisma-lsp completions bash)
      In zsh:  prisma-lsp completions zsh > "${fpath[1]}/_prisma-lsp"
      In fish: prisma-lsp completions fish > ~/.config/fish/completions/prisma-lsp.fish

      """
    }
  }
}
