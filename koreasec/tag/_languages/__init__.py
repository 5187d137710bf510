"""Tell languages of lines, quotations and parts of lines."""
