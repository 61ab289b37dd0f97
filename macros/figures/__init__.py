"""Figures: what a number is, where it comes from, and how far it can be trusted."""

from macros.figures.figure import Figure, FigureKey, State, UnknownFigure, figure, figures_of_year
from macros.figures.writing import issue_notes, number_text, plain_text

__all__ = [
    "Figure",
    "FigureKey",
    "State",
    "UnknownFigure",
    "figure",
    "figures_of_year",
    "issue_notes",
    "number_text",
    "plain_text",
]
