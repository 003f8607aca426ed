"""Figures as geometry: where boxes, arrows and marks stand. Meaning is for kb/views, ink for site/templates."""
