"""The words of the project as frozen types: article, claim, link, fact, flag, report.

They know nothing of how they are made. `to_dict()` gives the form of the JSON contract, schema `verify-report/1`.
"""

from verify.model.article import Article, Location, Span, Zone
from verify.model.claim import UNATTRIBUTED, Claim, Speech, Stated, Thing, Value
from verify.model.content import content_keys
from verify.model.context import Aspect, Entity, FigureContext, ReportingPeriod, Scenario
from verify.model.decision import Decision
from verify.model.difference import Difference, Noted
from verify.model.findings import Fact, Flag, Link, NearMiss, NotChecked, Step
from verify.model.kinds import LEVELS, VERDICTS, Kind, Level, Modality, Relation, SlotName, Verdict, ZoneKind, digest
from verify.model.outcome import Outcome
from verify.model.report import Report, Tool
from verify.model.speaking import speaker_is_guess

__all__ = [
    "LEVELS",
    "UNATTRIBUTED",
    "VERDICTS",
    "Article",
    "Aspect",
    "Claim",
    "Decision",
    "Difference",
    "Entity",
    "Fact",
    "FigureContext",
    "Flag",
    "Kind",
    "Level",
    "Link",
    "Location",
    "Modality",
    "NearMiss",
    "NotChecked",
    "Noted",
    "Outcome",
    "Relation",
    "Report",
    "ReportingPeriod",
    "Scenario",
    "SlotName",
    "Span",
    "Speech",
    "Stated",
    "Step",
    "Thing",
    "Tool",
    "Value",
    "Verdict",
    "Zone",
    "ZoneKind",
    "content_keys",
    "digest",
    "speaker_is_guess",
]
