// Room for Introspection.
