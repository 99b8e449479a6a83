"""Exchange: the door for files. Register deliveries and the address register in, overlap out."""
