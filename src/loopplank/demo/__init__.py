"""The demo world: an invented address reference, two messy registers, and the truth between them."""
