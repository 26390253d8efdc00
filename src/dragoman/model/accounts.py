"""Which accounts lean on one another: copies and one wire's reprints come to one, and so does one outlet.

The rule by which `independent` is counted, in the record and wherever it is shown. Does not find copies: that is
for `link`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.model.names import fold_name
from dragoman.model.record import ArticleRow


def accounts(articles: Sequence[ArticleRow], among: Sequence[ArticleRow] = ()) -> int:
    """How many accounts do not lean on each other; `among` are all articles, to follow copies outside these.

    An article of unknown outlet counts as its own; two articles of one outlet are one account.
    """
    by_id = {article.id: article for article in (*among, *articles)}
    return len({account_of(article, by_id) for article in articles})


def account_of(article: ArticleRow, by_id: Mapping[str, ArticleRow]) -> str:
    """The key of the account that an article gives: of its wire, else its outlet, else itself."""
    root = root_of(article, by_id)
    return fold_name(root.agency or root.outlet or "") or root.id


def root_of(article: ArticleRow, by_id: Mapping[str, ArticleRow]) -> ArticleRow:
    """The article that this one goes back to, itself where it is no copy."""
    seen = {article.id}
    while article.copy_of and article.copy_of in by_id and article.copy_of not in seen:
        seen.add(article.copy_of)
        article = by_id[article.copy_of]
    return article
