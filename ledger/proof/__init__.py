"""Proof: hashes, the Merkle tree, checkpoints and who signed them. No SQL, no clock."""
