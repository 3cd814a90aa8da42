"""Many stories at once: each cross-checked by itself, on this machine or on a cluster; what happens to one touches no other."""

from verify.batch.cluster import run_on_cluster
from verify.batch.machine import run_on_machine
from verify.batch.story import check_story, unique_names

__all__ = ["check_story", "run_on_cluster", "run_on_machine", "unique_names"]
