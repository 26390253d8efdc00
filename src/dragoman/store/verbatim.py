"""What the database itself forbids: evidence whose words do not stand at their place, and texts that change.

Rules for SQLite and PostgreSQL, run once by the first revision. They are never changed here: a change is a new
revision.
"""

from __future__ import annotations

STANDS = """
    SELECT 1 FROM article JOIN body ON body.number = article.body
    WHERE article.run = NEW.run AND article.id = NEW.article
      AND substr(body.text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote
      AND length(NEW.quote) = NEW."end" - NEW.start
"""
SQLITE = (
    *(
        f"""CREATE TRIGGER evidence_is_verbatim_{name} BEFORE {moment} ON evidence
        WHEN NOT EXISTS ({STANDS})
        BEGIN SELECT RAISE(ABORT, 'evidence is not verbatim'); END"""
        for name, moment in (("written", "INSERT"), ("changed", "UPDATE"))
    ),
    """CREATE TRIGGER a_text_stays BEFORE UPDATE OF text ON body
    BEGIN SELECT RAISE(ABORT, 'the text of an article does not change'); END""",
    """CREATE TRIGGER an_article_keeps_its_text BEFORE UPDATE OF body ON article
    BEGIN SELECT RAISE(ABORT, 'the text of an article does not change'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION evidence_is_verbatim() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS ({STANDS}) THEN
        RAISE EXCEPTION 'evidence is not verbatim' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$""",
    """CREATE TRIGGER evidence_is_verbatim BEFORE INSERT OR UPDATE ON evidence
    FOR EACH ROW EXECUTE FUNCTION evidence_is_verbatim()""",
    """CREATE FUNCTION a_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the text of an article does not change' USING ERRCODE = 'check_violation';
    END $$""",
    "CREATE TRIGGER a_text_stays BEFORE UPDATE OF text ON body FOR EACH ROW EXECUTE FUNCTION a_text_stays()",
    "CREATE TRIGGER an_article_keeps_its_text BEFORE UPDATE OF body ON article "
    "FOR EACH ROW EXECUTE FUNCTION a_text_stays()",
)
RULES = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
WORDS = (
    "CREATE VIRTUAL TABLE body_words USING fts5("
    "text, content='body', content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    """CREATE TRIGGER words_of_a_text AFTER INSERT ON body
    BEGIN INSERT INTO body_words (rowid, text) VALUES (NEW.number, NEW.text); END""",
)
"""Full text search, where SQLite has FTS5."""
