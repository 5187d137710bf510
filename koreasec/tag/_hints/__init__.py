"""What gives a translation away: signs, letters, names, each found on its own."""
