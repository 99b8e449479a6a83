"""Overlap (samenloop): which objects occur in both registers, with the evidence and what people judged."""
