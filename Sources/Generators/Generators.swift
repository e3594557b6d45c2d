// Room for Generators.
