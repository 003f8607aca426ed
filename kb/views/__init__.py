"""What a page says, as plain data without markup. How it looks is for site/templates."""
