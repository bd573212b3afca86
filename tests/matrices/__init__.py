"""What a ledger must survive, tried many times over; the suite runs a sample of each.

`python -m tests.matrices.crash --times 300`: killed at any moment.
`python -m tests.matrices.faults --times 100`: disks that are full or fail.
`python -m tests.matrices.secretaries --seconds 30`: two who record at once.
`python -m tests.matrices.tamper`: every table and column touched, history forged.
"""
