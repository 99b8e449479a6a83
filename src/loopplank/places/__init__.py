"""Places: addresses, buildings and their history in the address register (BAG), and the normaliser."""
