"""Find names in any case form, join states and bodies, say who is meant."""
