"""Checks of the files and settings of the project, whatever pages say."""
