extension HelpCommand {
  private static let databaseOptions = """
      PATH, --schema PATH  The schema: a file, or a folder whose .prisma files are one schema
      --config PATH        The config file to look into
      --url URL            The database, in place of the one that the schema or the config file names
    """

  /// What the commands take that work on a database.
  static func workflowText(for command: CommandLineArguments.Command) -> String {
    switch command {
    case .migrateDev:
      """
      Write a migration for what changed in the schema, and apply it

      Usage: prisma-lsp migrate dev [--name NAME] [OPTIONS]

      \(databaseOptions)
        -n, --name NAME      What the migration is called; without it you are asked
        --create-only        Write the migration without applying it
        --plan online        Write several that stop nobody for long, in place of one
        --rename OLD=NEW     What is renamed: table=new or table.column=new, by the names in the database
        --skip-generate      Don't run generators (Prisma 5 and 6)
        --skip-seed          Don't seed a new database (Prisma 5 and 6)
        --shadow-database-url URL
                             The database on which migrations are tried out: it is emptied.
                             Without it one is made beside the database, and dropped again

      \(commonOptions)
      Asks before data is lost. When the database can only follow by a reset, Prisma 6 and 7 say why and
      exit with 130; Prisma 5 offers to reset it.

      """
    case .migrateDeploy:
      """
      Apply the migrations that the database doesn't have yet

      Usage: prisma-lsp migrate deploy [OPTIONS]

      \(databaseOptions)
        --lock-timeout TIME  Let a statement wait for a lock for 5s, 500ms … at most: then the script
                             is undone, and tried again after 1, 2, 4, 8 and 16 seconds
        --dry-run            Tell what would be done, and change nothing: each statement with its
                             lock, the size of its table, and what can go wrong
        --resume             Go on with a migration that failed, behind what took effect

      \(commonOptions)
      Never asks. A script is one transaction; one that can't be, since it has `CREATE INDEX CONCURRENTLY`
      beside others for instance, is run in parts. A failed migration is in the way of all others until
      `--resume` goes on with it, or `migrate resolve` records what became of it. One that was broken off
      goes on by itself where it is known what took effect.
      Exits with 1 when something could not be applied, and with `--dry-run` when something is in the way
      of all migrations. Hazards don't change the exit code: that is for `migrate lint`.

      """
    case .migrateStatus:
      """
      Tell which migrations the database has

      Usage: prisma-lsp migrate status [OPTIONS]

      \(databaseOptions)

      \(commonOptions)
      Exits with 1 when the database is not up to date.

      """
    case .migrateResolve:
      """
      Record what became of a migration, without running anything

      Usage: prisma-lsp migrate resolve --applied NAME | --rolled-back NAME [OPTIONS]

        --schema PATH        The schema: a file, or a folder whose .prisma files are one schema
        --config PATH        The config file to look into
        --url URL            The database, in place of the one that the schema or the config file names
        --applied NAME       The database has what the migration does: it was completed by hand, or
                             is the baseline of a database that was there before
        --rolled-back NAME   A failed migration left nothing, or was undone by hand

      \(commonOptions)
      """
    case .migrateDown:
      """
      Undo the last migration of the database, or all behind one

      Usage: prisma-lsp migrate down [NAME | --count N] [OPTIONS]

        NAME                 The migration that is the last one then; it stays. Without it, and without
                             --count, one migration is undone
        --count N            How many are undone
        --dry-run            Print what would be run and what would be lost, and change nothing
        -f, --force          Don't ask
        --accept-data-loss   With --force: also where data is lost
        --schema PATH        The schema: a file, or a folder whose .prisma files are one schema
        --config PATH        The config file to look into
        --url URL            The database, in place of the one that the schema or the config file names

      \(commonOptions)
      What undoes a migration is worked out from its script, or read from a `down.sql` beside it. It is
      shown with what it loses, asked for, and run in one transaction together with the account of the
      migrations. Their folders stay: the next `migrate dev` or `deploy` applies them again.
      Without a terminal, and where `CI` is set, it needs `--force`. A `down.sql` that doesn't lead
      back to what was before runs only if someone on a terminal says so.

      """
    case .migrateReset:
      """
      Empty the database and apply all migrations

      Usage: prisma-lsp migrate reset [--force] [OPTIONS]

      \(databaseOptions)
        -f, --force          Don't ask
        --skip-generate      Don't run generators (Prisma 5 and 6)
        --skip-seed          Don't seed the database (Prisma 5 and 6)

      \(commonOptions)
      All data is lost. Without a terminal, and where `CI` is set, it needs `--force`.

      """
    case .dbPush:
      """
      Make the database as the schema is, without migrations

      Usage: prisma-lsp db push [OPTIONS]

      \(databaseOptions)
        --accept-data-loss   Don't ask before data is lost
        --force-reset        Empty the database first, without asking: all data is lost
        --skip-generate      Don't run generators (Prisma 5 and 6)

      \(commonOptions)
      """
    case .dbExecute:
      """
      Run a script on the database; rows are not shown

      Usage: prisma-lsp db execute --file FILE | --stdin [OPTIONS]

        --file FILE          The script
        --stdin              Read the script from standard input
      \(databaseOptions)

      \(commonOptions)
      Prisma 5 and 6 want `--schema` or `--url`.

      """
    case .dbSeed:
      """
      Run the command that fills the database with its first rows

      Usage: prisma-lsp db seed [OPTIONS] [-- ARGUMENTS]

        --config PATH        The config file to look into
        -- ARGUMENTS         Added behind the command

      \(commonOptions)
      The command is `prisma.seed` of package.json, or `migrations.seed` of the config file.

      """
    // Commands that are none of the workflow.
    default: ""
    }
  }
}
