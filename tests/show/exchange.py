"""The small record's rows of the negotiation: a meeting, an offer and its answers, a claim and its denial."""

from __future__ import annotations

from dragoman.model.evidence import Evidence
from dragoman.model.record import (
    ClaimRow,
    Date,
    DisagreementRow,
    FramingRow,
    HeadRow,
    MeetingRow,
    OutcomeRow,
    PositionRow,
    ProposalRow,
    ResponseRow,
    StoryRow,
    SupportRow,
    Terms,
    ViolationRow,
)


def meeting(opening: Evidence, day: Date) -> MeetingRow:
    return MeetingRow(
        id="me-laketown", label="Talks in Laketown", event=None, date=day, place=None,
        parties=("en-ruritania",), heads=(HeadRow(party="en-ruritania", head="en-bauer"),), mediators=("en-erdogan",),
        level="ministers", status="held", evidence=(opening,),
    )  # fmt: skip


def offer(accord: Evidence, denial: Evidence, day: Date) -> ProposalRow:
    return ProposalRow(
        id="pr-ferry", label="The ferry accord", kind="agreement", proposers=("en-erdogan",), to=("en-ruritania",),
        date=day, terms=Terms(duration_days=30, scope="ferries", conditions=(accord,)),
        responses=(
            ResponseRow(by="en-bauer", stance="reject", date=None, statement="st-33333333", evidence=(denial,)),
        ),
        outcome="open",
        outcome_by_article=(
            OutcomeRow(article="ar-herald", outcome="open", evidence=accord),
            OutcomeRow(article="ar-gazette", outcome="rejected", evidence=denial),
        ),
        no_answer=("en-ruritania",),
        violations=(
            ViolationRow(of="en-ruritania", alleged_by="en-erdogan", date=None, statement=None, evidence=(accord,)),
        ),
        supersedes=None, why="no answer ends it", evidence=(accord,),
    )  # fmt: skip


def claim(accord: Evidence, denial: Evidence) -> ClaimRow:
    says = SupportRow(article="ar-herald", evidence=accord, statement="st-11111111")
    denies = SupportRow(article="ar-gazette", evidence=denial, statement="st-33333333", stance="denies")
    return ClaimRow(
        id="cl-signed", text=accord.quote, support=(says, denies), independent=1, silent=("ar-mirror",),
        standing="contested",
    )  # fmt: skip


def disagreement(accord: Evidence, denial: Evidence) -> DisagreementRow:
    yes = SupportRow(article="ar-herald", evidence=accord, statement="st-11111111")
    no = SupportRow(article="ar-gazette", evidence=denial, statement="st-33333333")
    return DisagreementRow(
        id="di-signed", question="Will the accord be signed?", on="polarity", event=None, claim="cl-signed",
        positions=(PositionRow(value="yes", support=(yes,)), PositionRow(value="no", support=(no,))),
        why="one account denies what the other says",
    )  # fmt: skip


def framing(words: Evidence) -> FramingRow:
    return FramingRow(id="fr-envoy", article=words.article, target="en-bauer", kind="label", evidence=words)


def story() -> StoryRow:
    return StoryRow(id="sy-ferry", label="The ferry accord", articles=("ar-gazette", "ar-herald", "ar-mirror"))
