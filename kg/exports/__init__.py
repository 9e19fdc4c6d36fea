"""Records and query results as files: one small module a format, found through `registry`."""
