"""What changed, when and by which acts: histories, differences, replays."""
