"""The desk: the pages of case workers and data workers."""
