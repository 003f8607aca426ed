"""Weights, scores and near-duplicates."""
