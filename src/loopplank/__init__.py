"""Loopplank: the shared, secured case environment for agencies whose cases touch the same household.

A package is a floor; imports go down. The map is in ``docs/house.md``.
"""
