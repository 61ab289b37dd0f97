"""What each kind of record holds: English names in code, Chinese keys in files.

The only border between the two languages; messages, schemas and field tables are made from it.
"""
