"""What a plan rests on and what rests on a document."""
