"""The same check on many machines: parts of the claim files go to workers, which open the ground truth by its path."""
