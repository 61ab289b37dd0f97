"""Checks of what pages say: numbers, dates, years, words and punctuation of official prose."""
