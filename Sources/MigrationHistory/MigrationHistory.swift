// Room for MigrationHistory.
