"""What pages draw: plain pictures of what was read, with every word in Dutch."""
