"""What a user typed, to a plan of terms."""
