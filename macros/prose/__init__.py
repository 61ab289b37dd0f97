"""The figures of a report, found in its prose: numbers before measure words, and blanks."""
