"""Reading tables from files: CSV in the ways that people save it, and XLSX.

Everything comes out as text, row by row, without the whole file in memory. What is no table is refused
in a sentence before anything is written.
"""

from loopplank.exchange.tables.table import Table, TableRow, open_table

__all__ = ["Table", "TableRow", "open_table"]
