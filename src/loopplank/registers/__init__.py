"""Registers: the deliveries of the agencies' registers, every row as delivered and never edited."""
