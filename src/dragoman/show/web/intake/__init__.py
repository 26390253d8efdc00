"""New articles: what is handed over becomes an order, the work on it goes on in the background, and is told."""
