"""What the site says to programs: records as JSON with their schemas, as linked data, and a guide to both."""
