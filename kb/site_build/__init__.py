"""The site as a build: MkDocs run on it, the offline pack, a folder replaced in one step."""
