"""Access: who someone is, what they may do, and the gate that every page and every write passes."""
