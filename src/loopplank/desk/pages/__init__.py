"""One file per subject: a page declares its right, reads through queries, calls one action, renders."""
