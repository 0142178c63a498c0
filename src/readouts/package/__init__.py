"""What is declared: datapackage.json and the Table Schemas, read into frozen values."""
