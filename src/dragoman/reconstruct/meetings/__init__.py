"""Who met whom, where and when, who led whom, and whether it was held."""
