"""The report as one HTML file: the matrix of facts by sources, the findings, and the articles with every claim marked."""

from verify.report.html.render import render

__all__ = ["render"]
