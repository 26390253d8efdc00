"""Who is who across articles."""

from __future__ import annotations

from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.quotations import add_quotations
from dragoman.link.entities import link_entities
from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Entity, EntityKind, Judgement
from tests.newspaper import news


def read(text: str) -> list[Annotated]:
    made = [Annotated(article=article, reading=read_language(article)) for article in news(text)]
    return [add_mentions(add_quotations(annotated)) for annotated in made]


def linked(text: str) -> Linked:
    return link_entities(Linked(articles=tuple(sorted(read(text), key=lambda a: a.article.id))))


def entity(found: Linked, alias: str) -> Entity:
    (one,) = [e for e in found.entities if alias in e.aliases]
    return one


def named(found: Linked, kind: EntityKind) -> set[str]:
    return {e.name for e in found.entities if e.kind is kind}


def test_two_spellings_of_one_name_are_one_person() -> None:
    found = linked("""
        @herald
        Foreign Minister Andrii Sokolenko spoke first. Sokolenko left early.
        @gazette
        Foreign Minister Andriy Sokolenko said nothing.
    """)
    assert entity(found, "Andrii Sokolenko") == entity(found, "Andriy Sokolenko")


def test_accents_and_order_do_not_part_a_person() -> None:
    found = linked("""
        @herald
        President Kemal Doğan met reporters in Oslo.
        @gazette
        President Kemal Dogan met reporters in Oslo.
    """)
    assert len(named(found, EntityKind.PERSON)) == 1


def test_a_surname_alone_joins_the_one_who_bears_it() -> None:
    found = linked("""
        @herald
        Norwegian Foreign Minister Petra Haugland met Chilean envoy Carlos Ibarra in Oslo.
        @gazette
        Haugland and Ibarra met again in Santiago.
    """)
    assert "Haugland" in entity(found, "Petra Haugland").aliases
    assert "Ibarra" in entity(found, "Carlos Ibarra").aliases


def test_a_town_stays_a_town_though_somebody_is_called_so() -> None:
    found = linked("""
        @herald
        Norwegian Foreign Minister Petra Haugland met Chilean envoy Carlos Ibarra in Oslo.
        @gazette
        Floods reached the streets of the town on Monday. Two schools in Ibarra stayed closed.
    """)
    assert "Ibarra" not in entity(found, "Carlos Ibarra").aliases


def test_two_of_one_surname_are_kept_apart() -> None:
    found = linked("""
        @herald
        Norwegian President Erik Dahl spoke in Oslo.
        @gazette
        Chilean economist Marta Dahl spoke in Santiago.
        @courier
        Dahl declined to comment.
    """)
    assert entity(found, "Erik Dahl") != entity(found, "Marta Dahl")
    alone = [e for e in found.entities if e.aliases == ("Dahl",)]
    assert len(alone) == 1
    assert any(ln.judgement is Judgement.UNSURE for ln in found.links)


def test_every_link_says_why() -> None:
    found = linked("""
        @herald
        Minister Petra Haugland met the press in Oslo.
        @gazette
        Haugland met the press again.
    """)
    assert found.links
    assert all(ln.score.reasons for ln in found.links)
    (holm,) = [e for e in found.entities if e.name == "Petra Haugland"]
    whys = {r.why for ln in found.links if ln.entity == holm.id for r in ln.score.reasons}
    assert "the surname" in whys


def test_a_state_is_one_by_all_its_names() -> None:
    found = linked("""
        @herald
        The United States rejected the plan. Washington said so on Monday.
        @gazette
        The U.S. rejected the plan, and the Americans left.
    """)
    state = entity(found, "United States")
    assert {"U.S.", "Washington", "Americans"} <= set(state.aliases)
    assert (state.kind, state.country) == (EntityKind.PLACE, "USA")


def test_the_city_stays_apart_from_the_government() -> None:
    found = linked("""
        @herald
        Oslo accused Chile of stalling. Norway wants an answer.
        @gazette
        The ministers met in Oslo.
    """)
    assert len([e for e in found.entities if "Oslo" in e.aliases]) == 2


def test_aliases_hold_the_title_as_written_and_no_pronouns() -> None:
    found = linked("""
        @herald
        Norwegian Foreign Minister Petra Holm left early. She gave no reason. The Norwegian minister was tired.
    """)
    holm = entity(found, "Petra Holm")
    assert {"Norwegian Foreign Minister Petra Holm", "The Norwegian minister"} <= set(holm.aliases)
    assert "She" not in holm.aliases
    assert [role.title for role in holm.roles] == ["Norwegian Foreign Minister"]


def test_an_official_speaks_for_the_state() -> None:
    found = linked("""
        @herald
        Norway waits. Norwegian Foreign Minister Petra Holm said so.
        Norwegian journalist Tomas Brandt wrote that she was tired.
    """)
    norway = entity(found, "Norway")
    assert (entity(found, "Petra Holm").side, entity(found, "Petra Holm").country) == (norway.id, "NOR")
    assert entity(found, "Tomas Brandt").side is None


def test_a_spokesman_speaks_for_the_body() -> None:
    found = linked("""
        @herald
        The African Union met on Monday. African Union spokesman Daniel Mensah said the talks would go on.
    """)
    assert entity(found, "Daniel Mensah").side == entity(found, "African Union").id


def test_an_envoy_speaks_for_the_side_of_the_sender() -> None:
    found = linked("""
        @herald
        Norway waits. Norwegian President Erik Dahl was absent. Ana Ruiz, Dahl's special envoy to Chile, spoke for him.
    """)
    assert entity(found, "Ana Ruiz").side == entity(found, "Norway").id


def test_delegations_are_one_by_their_country() -> None:
    found = linked("""
        @herald
        The Norwegian delegation arrived in Accra on Monday.
        @gazette
        Norway's delegation, led by Minister Petra Holm, arrived in Accra. Norway's negotiators were tired.
    """)
    delegation = entity(found, "Norway's delegation")
    assert "The Norwegian delegation" in delegation.aliases
    assert delegation.kind is EntityKind.GROUP
    assert entity(found, "Petra Holm").country == "NOR"


def test_an_accord_is_one_whatever_its_family_word() -> None:
    found = linked("""
        @herald
        Norway and Chile want a 30-day ceasefire. Chile and Norway will meet.
        @gazette
        Norway and Chile spoke of an unconditional thirty-day truce. Chile and Norway agreed to meet.
    """)
    assert entity(found, "a 30-day ceasefire") == entity(found, "an unconditional thirty-day truce")


def test_another_accord_stays_another() -> None:
    found = linked("""
        @herald
        Norway and Chile want a 30-day ceasefire. Norway and Chile had broken the three-day truce.
    """)
    assert entity(found, "a 30-day ceasefire") != entity(found, "the three-day truce")


def test_letters_join_across_articles() -> None:
    found = linked("""
        @herald
        The Lake Region Peace Council met on Monday in Accra.
        @gazette
        The LRPC met on Monday in Accra.
    """)
    assert entity(found, "LRPC") == entity(found, "Lake Region Peace Council")


def test_the_order_of_the_articles_does_not_matter() -> None:
    text = [
        "@herald\nNorwegian Foreign Minister Petra Holm met Carlos Ibarra in Oslo.",
        "@gazette\nHolm and Chilean envoy Carlos Ibarra met. Oslo accused Chile of stalling.",
        "@courier\nThe 30-day truce between Norway and Chile held. Ibarra was pleased.",
    ]
    forwards = tuple(annotated for part in text for annotated in read(part))
    assert set(link_entities(Linked(articles=forwards)).entities) == set(
        link_entities(Linked(articles=forwards[::-1])).entities
    )


def test_who_answers_for_every_sure_link() -> None:
    found = linked("""
        @herald
        Norwegian Foreign Minister Petra Holm met Carlos Ibarra in Oslo. She left early.
    """)
    ids = {e.id for e in found.entities}
    assert set(found.who.values()) <= ids
    assert all(found.who[ln.article, ln.chain] == ln.entity for ln in found.links if ln.judgement is Judgement.SAME)


def test_an_office_means_its_holder_where_another_article_names_him_in_it() -> None:
    found = linked("""
        @herald
        President Ada Okello of Norway spoke in Oslo. Foreign Minister Petra Holm did not.
        @gazette
        Norway's president has refused the offer. Ada Okello gave no reason.
        @bulletin
        The former president has refused the offer. Ada Okello gave no reason.
    """)
    assert "Norway's president" in entity(found, "Ada Okello").aliases
    assert "The former president" not in entity(found, "Ada Okello").aliases


def test_an_office_that_two_may_hold_is_nobodys() -> None:
    found = linked("""
        @herald
        President Ada Okello spoke. President Kemal Dogan did not.
        @gazette
        The president left. Ada Okello and Kemal Dogan gave no reason.
    """)
    assert not [e for e in found.entities if "The president" in e.aliases]


def test_a_body_that_words_tell_apart_needs_neither_name_nor_country() -> None:
    found = linked("""
        @herald
        The electoral court rejected the appeal. Both sides left.
        @gazette
        The electoral court said nothing.
    """)
    assert len(entity(found, "The electoral court").mentions) == 2
    assert not [e for e in found.entities if "Both sides" in e.aliases]


def test_a_second_name_joins_articles_that_know_no_other() -> None:
    found = linked("""
        @herald
        Ada Okello, the rebel commander better known as Tamba, left Tarn. Tamba will return.
        @gazette
        Commander Tamba has left Tarn.
    """)
    assert entity(found, "Ada Okello") == entity(found, "Tamba")
