"""What is due, called and paid, by which tariff."""
