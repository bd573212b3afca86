"""What an answer is worded as in a proof, and which entries it rests on."""
