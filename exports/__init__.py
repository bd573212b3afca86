"""Open formats: the record as an acts file, deliberations and votes as open data."""
