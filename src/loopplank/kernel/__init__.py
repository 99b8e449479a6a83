"""The ground: money, periods, terms, refusals and transition tables. Standard library only."""
