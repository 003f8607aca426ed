"""A folder of YAML files to records, and records to YAML."""
