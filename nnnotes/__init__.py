"""What neural networks are and what they learn, in a few hundred lines of numpy."""
