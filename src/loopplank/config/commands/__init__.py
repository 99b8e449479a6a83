"""The commands of the command line: each reads its words, calls one door or floor, and prints what came."""
