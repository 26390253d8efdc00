"""Disagreements on whether it is so, of which the text itself says that one voice denies what another tells.

Reads "denied it", "rejected that charge", "dismissed the reports as fabricated", "denied a report that ...". What is
denied is what was told just before, or what the report is said to be. "Denied targeting civilians", where nobody is
told to have said it, is held against what other clauses tell by `polarity`; whether an offer is refused is no denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.mention import Form
from dragoman.model.reading import Token
from dragoman.model.statement import Statement
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page

DENYING = frozenset("deny dispute refute rebut contradict disavow".split())
DISMISSING = frozenset("dismiss reject contest repudiate brush wave".split())  # of what is told, and of offers too
TOLD = frozenset(
    "report charge claim accusation allegation account assertion version figure number statement suggestion story "
    "rumor rumour estimate narrative characterization characterisation finding".split()
)
COUNTS = frozenset("figure number estimate suggestion statement".split())  # that are refused as offers are
POINTING = frozenset("it this that them these those".split())
BEFORE = frozenset("that this these those the both such any all".split())
NOT_SO = frozenset("not never will would may might could should must if".split())
QUOTED = ("“", '"', "'", "‘")
BACK = 2  # sentences back in which the thing denied is looked for


def denial_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], copies: Mapping[str, str]
) -> Iterator[Dispute]:
    """One for each denial of something that the same article tells; those of copies are their originals'."""
    for article, page in pages.items():
        if article in copies:
            continue
        for token in page.own_tokens:
            if is_denial(page, token):
                yield from dispute(page, token, statements)


def is_denial(page: Page, token: Token) -> bool:
    """Whether a verb denies, as a fact: not "would deny", not "did not deny"."""
    if token.tag != "VERB" or token.lemma not in DENYING | DISMISSING:
        return False
    return not any(t.lemma in NOT_SO for t in page.children[token.index] if t.relation in ("aux", "advmod", "mark"))


def dispute(page: Page, denial: Token, statements: Mapping[tuple[str, int], str]) -> Iterator[Dispute]:
    objects = [t for t in page.children[denial.index] if t.relation in ("obj", "nsubj:pass")]
    thing = objects[0] if objects else None
    if thing is None:
        return
    told = content_of(page, thing) if thing.lemma in TOLD else None
    held = place_at(page, told, statements) if told else antecedent(page, denial, thing, statements)
    if held is None:
        return
    against = place_at(page, clause_without(page, denial, told or []), statements)
    answer = next_words(page, denial, statements)
    yield Dispute(
        on="polarity",
        question=f"Is it so: {words_at(page, held)}?",
        why="told by one voice, and another denies it",
        positions=(
            Position(words_at(page, held), (held,)),
            Position(words_at(page, against), (against, *([answer] if answer else []))),
        ),
    )


def content_of(page: Page, thing: Token) -> list[Token] | None:
    """What a report, as such, is said to be: "a report that troops had advanced"."""
    for child in page.children[thing.index]:
        marks = {t.lemma for t in page.children[child.index]}
        if child.relation in ("acl", "ccomp", "acl:relcl") and "that" in marks and child.tag in ("VERB", "ADJ", "NOUN"):
            return page.own(child, without=frozenset())
    return None


def points_back(page: Page, denial: Token, thing: Token) -> bool:
    if thing.tag in ("PRON", "DET") and thing.text.casefold() in POINTING:
        return denial.lemma in DENYING
    if thing.lemma not in TOLD or (thing.lemma in COUNTS and denial.lemma not in DENYING):
        return False
    own = page.children[thing.index]
    return any(t.text.casefold() in BEFORE for t in own) and not any(
        t.relation in ("nmod", "acl", "acl:relcl", "nmod:poss") for t in own
    )


def antecedent(page: Page, denial: Token, thing: Token, statements: Mapping[tuple[str, int], str]) -> Place | None:
    """What another voice told just before the denial: the content of a statement, else the sentence before."""
    if not points_back(page, denial, thing):
        return None
    who = speaker_of_denial(page, denial)
    near = [s for s in page.annotated.reading.sentences if s.first <= denial.index]
    window = page.tokens[near[max(0, len(near) - 1 - BACK)].first].start
    subject = min(
        (
            t.start
            for c in page.children[denial.index]
            for t in page.own(c, without=frozenset())
            if c.relation == "nsubj"
        ),
        default=denial.start,
    )
    before: list[tuple[int, int, int]] = []
    for number, statement in enumerate(page.annotated.statements):
        mention = statement.source.mention
        source = page.linked.who.get((page.annotated.article.id, mention.chain)) if mention else None
        end = max(span.end for span in statement.content)
        if (
            statement.made
            and end <= subject
            and statement.content[0].start >= window
            and (source is None or source != who)
        ):
            before.append((end, -len(statement.content[0]), number))
    if before:
        number = outermost(page, max(before)[2], denial)
        span = page.annotated.statements[number].content[0]
        return Place(span, statements.get((page.annotated.article.id, number), ""))
    if len(near) < 2 or not near_told(page, thing):
        return None
    last = page.tokens[near[-2].first : near[-2].last]
    return place_at(page, last, statements)


def outermost(page: Page, number: int, denial: Token) -> int:
    """The whole of what was told, where a statement stands inside another."""
    statements = page.annotated.statements
    above = statements[number].inside
    while above is not None and statements[above].content[-1].end <= denial.start:
        number, above = above, statements[above].inside
    return number


def near_told(page: Page, thing: Token) -> bool:
    """Whether the words before may be what is denied though nobody is said to have said them."""
    return thing.lemma in TOLD


def speaker_of_denial(page: Page, denial: Token) -> str | None:
    first = page.tokens[denial.head] if denial.relation == "conj" else denial
    for child in [*page.children[denial.index], *page.children[first.index]]:
        if child.relation == "nsubj" and child.index in page.who:
            return page.who[child.index][0]
    return None


def clause_without(page: Page, denial: Token, told: Sequence[Token]) -> list[Token]:
    """The words of the denial up to what is denied."""
    inside = frozenset(t.index for t in told)
    other = frozenset(
        t.index for t in page.children[denial.index] if t.relation in ("ccomp", "conj", "parataxis", "advcl")
    )
    found = [t for t in page.own(denial, without=other) if t.index not in inside]
    return [t for t in found if t.text not in (":", "—", "–")] or [denial]


def next_words(page: Page, denial: Token, statements: Mapping[tuple[str, int], str]) -> Place | None:
    """What the one who denies says next: in the same sentence, or where the sentence after it begins."""
    article = page.annotated.article
    sentences = page.annotated.reading.sentences
    here = next((n for n, s in enumerate(sentences) if s.first <= denial.index < s.last), None)
    if here is None:
        return None
    end = page.tokens[sentences[min(here + 1, len(sentences) - 1)].last - 1].end
    paragraph = next((p.end for p in article.paragraphs if p.start <= denial.start < p.end), end)
    for number, statement in enumerate(page.annotated.statements):
        span = statement.content[0]
        own_cue = statement.cue is not None and statement.cue.start <= denial.start < statement.cue.end
        if own_cue and not article.quote(span).startswith(QUOTED):
            continue
        if statement.made and denial.end < span.start < min(end, paragraph) and is_denier(page, denial, statement):
            return Place(span, statements.get((article.id, number), ""))
    return None


def is_denier(page: Page, denial: Token, statement: Statement) -> bool:
    """Whether somebody speaks on who denies: a pronoun right after it, nobody else named, or one of the same side."""
    mention = statement.source.mention
    if mention is None:
        return page.annotated.article.quote(statement.content[0]).startswith(QUOTED)
    source, who = page.linked.who.get((page.annotated.article.id, mention.chain)), speaker_of_denial(page, denial)
    if mention.form is Form.PRONOUN or source is None or who is None:
        return mention.form is Form.PRONOUN
    return source == who or page.sides.get(source, source) == page.sides.get(who, who)


def place_at(page: Page, tokens: Sequence[Token], statements: Mapping[tuple[str, int], str]) -> Place:
    article = page.annotated.article
    inside = page.statement_at(tokens[0])
    span = Span(article.id, min(t.start for t in tokens), max(t.end for t in tokens))
    return Place(span, statements.get((article.id, inside), "") if inside is not None else "")


def words_at(page: Page, place: Place) -> str:
    return " ".join(page.annotated.article.quote(place.span).split())
