"""Who and what an article speaks of, and which mentions mean the same one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.quotations import add_quotations
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention
from tests.newspaper import article

SCRAPS = (
    "Petra Holm Mr. Mrs. President Foreign Minister of the Norwegian Norway's and , he she who it their delegation "
    "both sides “ ” ( ) - 's U.S. truce Oslo Secretary State said told led by . EU General ’ X on envoy to sent war"
)
WORDS = ["\n", *SCRAPS.split()]


def read(text: str) -> Annotated:
    made = article(text)
    return add_mentions(add_quotations(Annotated(article=made, reading=read_language(made))))


def mention(annotated: Annotated, text: str, *, last: bool = False) -> Mention:
    found = [m for m in annotated.mentions if m.text == text]
    assert found, f"{text!r} is not among {[m.text for m in annotated.mentions]}"
    return found[-1 if last else 0]


def same(annotated: Annotated, left: str, right: str) -> bool:
    return mention(annotated, left).chain == mention(annotated, right, last=True).chain


def titles(annotated: Annotated, text: str) -> list[str]:
    return [annotated.article.quote(span) for span in mention(annotated, text).titles]


def test_a_surname_joins_the_full_name() -> None:
    found = read("Foreign Minister Petra Holm arrived in Oslo on Monday. Holm said the talks would go on.")
    assert same(found, "Petra Holm", "Holm")
    assert titles(found, "Petra Holm") == ["Foreign Minister"]


def test_a_title_may_stand_behind_the_name() -> None:
    found = read("Petra Holm, the Norwegian foreign minister, met Daniel Mensah, Ghana's envoy to Norway, on Monday.")
    assert titles(found, "Petra Holm") == ["the Norwegian foreign minister"]
    assert titles(found, "Daniel Mensah") == ["Ghana's envoy to Norway"]
    assert mention(found, "Daniel Mensah").country == "GHA"


def test_a_title_of_a_title_is_read_whole() -> None:
    found = read("The army was led by Chief of the General Staff Tomas Brandt and Secretary of State Ana Ruiz.")
    assert titles(found, "Tomas Brandt") == ["Chief of the General Staff"]
    assert titles(found, "Ana Ruiz") == ["Secretary of State"]


def test_the_title_before_a_comma_belongs_to_the_name_behind_it() -> None:
    found = read("She met the head of Chile's electoral office, Carlos Ibarra, on Friday.")
    assert titles(found, "Carlos Ibarra") == ["the head of Chile's electoral office"]
    assert mention(found, "Carlos Ibarra").country == "CHL"


def test_the_next_in_a_list_is_no_title() -> None:
    found = read("Present were Petra Holm, Defence Minister Carlos Ibarra and Ana Ruiz, who spoke last.")
    assert titles(found, "Petra Holm") == []
    assert titles(found, "Carlos Ibarra") == ["Defence Minister"]


def test_an_office_with_its_country_means_the_one_who_holds_it() -> None:
    found = read(
        "Norwegian President Erik Dahl received Chilean President Carlos Ibarra in Oslo. "
        "The Chilean president spoke first. The Norwegian leader thanked him."
    )
    assert same(found, "Carlos Ibarra", "The Chilean president")
    assert same(found, "Erik Dahl", "The Norwegian leader")
    assert not same(found, "Erik Dahl", "The Chilean president")


def test_a_counterpart_is_the_other_one_of_the_same_office() -> None:
    found = read(
        "Norwegian Foreign Minister Petra Holm met Chilean Foreign Minister Ana Ruiz in Lima. "
        "Holm thanked her Chilean counterpart for coming."
    )
    assert same(found, "Ana Ruiz", "her Chilean counterpart")


def test_an_unnamed_official_is_nobody_who_has_a_name() -> None:
    found = read(
        "President Carlos Ibarra left early. A senior Chilean official said the offer stands. "
        "“We will wait,” the official added."
    )
    assert same(found, "A senior Chilean official", "the official")
    assert not same(found, "Carlos Ibarra", "the official")


def test_he_and_she_are_told_apart() -> None:
    found = read(
        "President Carlos Ibarra met Mrs. Petra Holm on Monday. She refused the offer. He left without a word."
    )
    assert same(found, "Petra Holm", "She")
    assert same(found, "Carlos Ibarra", "He")


def test_who_is_the_one_before_it() -> None:
    found = read("Minister Petra Holm, who led the delegation, signed the accord.")
    assert same(found, "Petra Holm", "who")


def test_the_speaker_is_i() -> None:
    found = read("“I will not sign this,” Petra Holm said. Carlos Ibarra signed it.")
    assert same(found, "Petra Holm", "I")


def test_spouses_of_one_surname_stay_two() -> None:
    found = read(
        "President Carlos Ibarra and his wife, Lucia Ibarra, arrived on Monday. Mr. Ibarra spoke to reporters. "
        "Mrs. Ibarra visited a school."
    )
    chains = [m.chain for m in found.mentions if m.text == "Ibarra"]
    assert chains == [mention(found, "Carlos Ibarra").chain, mention(found, "Lucia Ibarra").chain]


def test_a_capital_may_mean_its_government() -> None:
    found = read("Oslo accused Santiago of stalling. The talks in Oslo go on. Norway wants an answer.")
    accusing, city = (m for m in found.mentions if m.text == "Oslo")
    assert accusing.chain == mention(found, "Norway").chain
    assert city.chain != accusing.chain
    assert mention(found, "Santiago").country == "CHL"


def test_a_delegation_is_not_its_country() -> None:
    found = read(
        "Norway sent a delegation. The Norwegian delegation arrived late. Chile waited for its own delegation."
    )
    delegation = mention(found, "The Norwegian delegation")
    assert delegation.kind is EntityKind.GROUP
    assert delegation.chain != mention(found, "Norway").chain
    assert delegation.country == "NOR"


def test_a_side_is_its_country() -> None:
    found = read("Norway made an offer on Monday. The Norwegian side expects an answer.")
    assert same(found, "Norway", "The Norwegian side")


def test_letters_join_the_name_they_stand_for() -> None:
    found = read("The Lake Region Peace Council (LRPC) met on Monday. The LRPC named no date.")
    assert same(found, "Lake Region Peace Council", "LRPC")


def test_a_ministry_has_a_country() -> None:
    found = read("Chile's Foreign Ministry denied the report. The ministry gave no details.")
    assert mention(found, "Chile's Foreign Ministry").country == "CHL"
    assert same(found, "Chile's Foreign Ministry", "The ministry")


def test_an_accord_is_followed_by_its_family() -> None:
    found = read("The two sides signed the Ranau peace accord in May. The agreement did not hold.")
    assert mention(found, "the Ranau peace accord").kind is EntityKind.AGREEMENT
    assert same(found, "the Ranau peace accord", "The agreement")


def test_the_article_votes_on_the_kind_of_a_name() -> None:
    found = read(
        "Minister Ana Tarrow spoke. Tarrow said no. “No,” Tarrow told reporters. Critics of Tarrow were pleased. "
        "Tarrow left."
    )
    assert {m.kind for m in found.mentions if m.text == "Tarrow"} == {EntityKind.PERSON}


def test_people_of_an_unknown_country_are_read_as_well() -> None:
    found = read("Norland's Foreign Minister Petra Holm met Sudmark's President Ivo Kern. Kern rejected the offer.")
    assert titles(found, "Petra Holm") == ["Norland's Foreign Minister"]
    assert same(found, "Ivo Kern", "Kern")


def test_a_country_and_a_person_are_parted_from_a_hyphen() -> None:
    found = read("The Norway-Chile talks resumed on Monday, officials in Norway and Chile said.")
    assert {"Norway", "Chile"} <= {m.text for m in found.mentions if m.form is Form.NAME}


@pytest.mark.parametrize("text", ["", "He.", "“", "President", "of the", "The Minister of the", "Mr. 's , and"])
def test_scraps_of_text_do_no_harm(text: str) -> None:
    assert read(text).article.text == text


def test_mentions_are_words_of_the_article() -> None:
    found = read("Petra Holm, the minister, met her Chilean counterpart; both sides left the “Ranau” talks.")
    assert all(found.article.quote(m.span) == m.text for m in found.mentions)
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: (m.span, m.chain))


def test_an_envoy_that_somebody_sends_is_of_the_senders_country() -> None:
    found = read("Norwegian President Erik Dahl sent Defence Minister Tomas Brandt to the talks in Accra.")
    assert mention(found, "Tomas Brandt").country == "NOR"


def test_the_head_of_a_delegation_is_of_its_country() -> None:
    found = read("Ghana’s delegation, led by Finance Minister Ama Boateng, arrived late.")
    assert mention(found, "Ama Boateng").country == "GHA"


def test_latin_americans_are_not_of_the_united_states() -> None:
    found = read("Latin American leaders met in Lima on Monday.")
    assert {m.country for m in found.mentions if m.text == "Latin American leaders"} == {None}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_can_be_read(words: list[str]) -> None:
    found = read(" ".join(words))
    assert all(found.article.quote(m.span) == m.text for m in found.mentions)
    chains = {m.chain for m in found.mentions}
    assert all(isinstance(chain, int) and chain >= 0 for chain in chains)


def test_the_government_is_that_of_the_country_the_article_is_about() -> None:
    found = read("Ghana waits for an answer. Ghana's army is ready. The government has made an offer to the rebels.")
    assert mention(found, "The government").country == "GHA"


def test_between_two_countries_the_government_is_nobodys() -> None:
    found = read("Norway and Chile met on Monday. The government has made an offer.")
    assert mention(found, "The government").country is None


def test_the_rebels_are_those_told_of_before() -> None:
    found = read("The Tarn Front rebels took the town in May. Nobody was hurt. The rebels left in June.")
    assert same(found, "The Tarn Front rebels", "The rebels")


def test_a_president_in_the_news_of_one_country_is_its_own() -> None:
    found = read(
        "President Ama Boateng opened the harbour in Ghana. Ghana paid for it. Farmers in Ghana want a road. "
        "Ghana has no money, and Ghana's banks are closed."
    )
    assert mention(found, "Ama Boateng").country == "GHA"


def test_a_second_name_is_the_same_person() -> None:
    found = read("Ada Okello, the rebel commander better known as Tamba, left Tarn. Tamba will return.")
    assert same(found, "Ada Okello", "Tamba")


def test_a_second_name_is_not_that_of_the_next_person() -> None:
    found = read("Ada Okello, who met Paul Ito, known as Tamba, left Tarn.")
    assert not same(found, "Ada Okello", "Tamba")


def test_whoever_is_told_something_may_be_an_outlet() -> None:
    found = read("“We stay,” a member of the team told Norwegian Horizon.")
    assert mention(found, "Norwegian Horizon").kind is EntityKind.ORGANIZATION


def test_what_a_body_is_called_stands_with_its_name() -> None:
    assert titles(read("On Monday the regional bloc IGAD sent an envoy to Tarn."), "IGAD") == ["the regional bloc"]


def test_a_hyphen_carries_a_name_behind_a_title_on() -> None:
    found = read("The talks were led by former president Amina Diallo-Bah and by President Jean-Marc Oyono.")
    assert {"Amina Diallo-Bah", "Jean-Marc Oyono"} <= {m.text for m in found.mentions}


def test_a_body_goes_on_behind_of() -> None:
    found = read("A worker of the International Relief Committee joined two trucks of the National Bank of Kenya.")
    bodies = {m.text for m in found.mentions if m.kind is EntityKind.ORGANIZATION}
    assert bodies == {"International Relief Committee", "National Bank of Kenya"}


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("The president of Peru flew to Oslo on Monday.", "PER"),
        ("An official from Chile said so in Oslo.", "CHL"),
        ("The police of Norway stopped the march.", "NOR"),
        ("The president of Peru's largest union spoke first.", None),
    ],
)
def test_somebody_without_a_name_is_of_the_country_told_right_behind(line: str, country: str | None) -> None:
    found = [m for m in read(line).mentions if m.span.start == 0]
    assert [m.country for m in found] == [country]
