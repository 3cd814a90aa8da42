"""onnxruntime without its calls home: it would look up a host of its maker's, and write an identifier of the machine into the cache."""

from __future__ import annotations

import os
from typing import Any

SWITCH = "ORT_DISABLE_TELEMETRY"


def quiet_onnxruntime() -> Any:
    """Import onnxruntime, told not to call home before it is loaded and once more after; every session is opened through this."""
    os.environ[SWITCH] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime
