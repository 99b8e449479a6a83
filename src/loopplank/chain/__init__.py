"""The chain definition: who works together on the same households, in which words, as data."""
