"""What holds day by day, where corrections are limited in time."""
