"""Proof that the checks bite: plant faults in a scratch copy, and see each one caught."""
