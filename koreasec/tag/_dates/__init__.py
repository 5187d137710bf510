"""Find time expressions by rules that are data, and resolve them as intervals."""
