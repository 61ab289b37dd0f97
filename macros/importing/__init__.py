"""What an office already has, brought in: reports become pages, their numbers become data."""
