"""The printed forms of each family: one file a family."""
