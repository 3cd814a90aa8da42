"""Settings: what the user has set, what a trusted project asks for, and what came with the articles."""

from __future__ import annotations

from verify.settings.found import Settings, find_settings, nearest
from verify.settings.trust import FORM, config_folder, is_trusted, register, trusted_digests

__all__ = ["FORM", "Settings", "config_folder", "find_settings", "is_trusted", "nearest", "register", "trusted_digests"]
