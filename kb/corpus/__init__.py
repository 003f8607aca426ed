"""Reads a folder of YAML files as records, and writes records as YAML."""
