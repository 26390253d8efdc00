"""The words of the field: plain frozen values that know only themselves."""
