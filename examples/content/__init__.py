"""The words of the example reports: all places and people in them are made up."""
