"""The trail: one append-only line for every act, written in the transaction of the act."""
