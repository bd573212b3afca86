"""What the acts on record miss, break or leave unknown: findings, theme by theme."""
