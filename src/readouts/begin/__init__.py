"""What an empty dossier is made of: the tables of the record without a row, and the sides that are asked for."""
