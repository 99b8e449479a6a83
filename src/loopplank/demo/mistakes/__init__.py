"""The honest mistakes of people who type addresses: each one small, named, and made at a stated rate."""
