"""The exchange ledger: proposals with their terms, the answers to them, and what became of them."""
