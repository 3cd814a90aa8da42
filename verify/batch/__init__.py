"""Many stories at once: each cross-checked by itself, on this machine or on a cluster; what happens to one touches no other."""
