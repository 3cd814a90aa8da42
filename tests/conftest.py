"""One hypothesis profile for every machine: the same examples at each run, no deadline (the parser is warm or it is not); no cache."""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

os.environ["VERIFY_CACHE"] = "off"
os.environ["VERIFY_CONFIG"] = "/nonexistent/verify"
