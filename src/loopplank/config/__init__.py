"""The roof: settings, URL table, command line, embedded database."""
